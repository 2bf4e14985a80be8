/**
 * Who may come to the organizers' desk in the browser, and from which devices they did.
 *
 * <p>There are no passwords: a link that works once goes to the organizer's own chat, so whoever loses their role or their
 * chat has lost the desk. Only hashes of links and sessions are kept, and what a person may do is read from their contact
 * at each request, never from the session.
 */
@ApplicationModule(allowedDependencies = {"kernel", "contact", "messaging", "conversation", "audit"})
@NullMarked
package org.pokana.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
