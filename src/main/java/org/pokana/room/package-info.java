/**
 * Groups that the bot was added to: it says who it is, answers when it is spoken to, and posts announcements if an
 * organizer links the group.
 *
 * <p>Nobody's registration, language or profile is talked about here, where everybody reads along; and nothing is kept
 * of who said what in a group but the message itself, as long as any message is kept.
 */
@ApplicationModule(allowedDependencies = {"kernel", "store", "contact", "messaging", "conversation", "announcement"})
@NullMarked
package org.pokana.room;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
