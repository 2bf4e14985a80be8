/**
 * What people need to take part in a forum: a place for a wheelchair, an interpreter, to hear well.
 *
 * <p>They say what is to be prepared and never why, so that nothing about anybody's health is kept; the organizers are told
 * that there is something, by number, and look it up where it is as it is now.
 */
@ApplicationModule(allowedDependencies = {"kernel", "store", "contact", "messaging", "conversation", "forum"})
@NullMarked
package org.pokana.needs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
