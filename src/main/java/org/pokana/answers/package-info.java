/**
 * How organizers look after the questions and answers in the chat: find one, change it, see what people miss, and say
 * once a year that it still holds.
 *
 * <p>It stands apart from {@code faq} and knows only what that shows to everybody, so that pages can do the same by the
 * same means. Every button names the version its reader saw; one pressed too late changes nothing and says so.
 */
@ApplicationModule(allowedDependencies = {"kernel", "contact", "messaging", "conversation", "faq"})
@NullMarked
package org.pokana.answers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
