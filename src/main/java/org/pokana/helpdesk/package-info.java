/**
 * What only a person can answer: people learn whom to ask, or leave a message for the organizers.
 *
 * <p>A message is kept before anybody is told of it, so it waits for an organizer even if there is none yet; whoever
 * left it is told what will happen rather than promised an answer in the chat.
 */
@ApplicationModule(allowedDependencies = {"kernel", "contact", "messaging", "conversation", "faq"})
@NullMarked
package org.pokana.helpdesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
