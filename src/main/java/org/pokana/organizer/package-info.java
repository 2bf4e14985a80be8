/**
 * How somebody becomes an organizer or a helper at the door: named by the operator, or by a link that works once; and what
 * organizers learn of the service itself: trouble ({@code Watchdog}) and what did not arrive ({@code ListUndelivered}).
 *
 * <p>It takes no password to become one: whoever controls the chat account is the person, as for everybody else. Only the first link
 * ever stands in the log, because at the first start there is nobody to give it to.
 */
@ApplicationModule(allowedDependencies = {"kernel", "contact", "messaging", "conversation", "audit", "desk"})
@NullMarked
package org.pokana.organizer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
