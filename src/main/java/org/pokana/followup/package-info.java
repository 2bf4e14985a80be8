/**
 * What follows a forum: how it was, what people take along (materials and photos), and what they did with it.
 *
 * <p>When somebody is asked lies in the {@code followUps}, as reminders lie in their waves. An {@code Impression} says
 * nothing of who gave it: who did is a document of its own ({@code Impression.Key}), so that forgetting a person, or
 * letting old things go, leaves the counts as they were. A photo that somebody does not want to be seen on is taken out
 * of the album and, as far as that can be, of the chats it went to. Everybody sees a photo only after an organizer has
 * answered for it, and no longer than until somebody asks to be taken out: both meet in one document ({@code PublicPhoto}).
 */
@ApplicationModule(allowedDependencies = {"kernel", "store", "contact", "messaging", "conversation", "forum"})
@NullMarked
package org.pokana.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
