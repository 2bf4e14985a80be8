/**
 * News from the organizers to many people at once: written on a phone, seen as it will arrive, sent and reported on.
 *
 * <p>Who gets it is frozen when it is confirmed; what became of it is read from the outbox, never counted twice.
 */
@ApplicationModule(allowedDependencies = {"kernel", "store", "contact", "messaging", "conversation", "forum"})
@NullMarked
package org.pokana.announcement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
