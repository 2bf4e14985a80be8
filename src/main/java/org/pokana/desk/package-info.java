/**
 * Who may come to the organizers' desk in the browser, and from which devices they did.
 *
 * <p>Nobody needs a password: a link that works once goes to the organizer's own chat, so whoever loses their role or their
 * chat has lost the desk. Who wants can sign in by a password and a one-time code, too. Only hashes of links, sessions,
 * passwords and recovery codes are kept; the secret of the one-time codes is locked with the password itself, as a key that
 * the service could use would lie beside it. What a person may do is read from their contact at each request, never from
 * the session.
 */
@ApplicationModule(allowedDependencies = {"kernel", "contact", "messaging", "conversation", "audit"})
@NullMarked
package org.pokana.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
