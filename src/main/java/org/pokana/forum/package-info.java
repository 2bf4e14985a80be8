/**
 * Forums, their seats and who registered for them, with everything people do around them in the chat.
 *
 * <p>Who has a seat is the array in the forum's own document and nothing else, because one guarded write to one document
 * cannot sell a seat twice; a registration only describes the person and says what became of their wish.
 */
@ApplicationModule(allowedDependencies = {"kernel", "store", "contact", "messaging", "conversation"})
@NullMarked
package org.pokana.forum;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
