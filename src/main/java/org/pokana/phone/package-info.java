/**
 * Telephone numbers that people choose to leave, so that an organizer can call them about their forum.
 *
 * <p>A number is no part of a registration or a profile: nobody is asked for one on the way to a seat, it is agreed to by
 * itself, and it goes by itself once its forums are over ({@code StillNeeded}). Whose it is, is said by a key: of a person
 * their id, of a guest whatever tells that guest from all others.
 */
@ApplicationModule(allowedDependencies = {"kernel", "store", "contact", "messaging", "conversation"})
@NullMarked
package org.pokana.phone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
