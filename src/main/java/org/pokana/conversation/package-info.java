/**
 * Talks that take more than one message, written as the talk itself.
 *
 * <p>A flow is read again from the top at each message over the answers remembered by question name, so it survives
 * restarts and new versions; until its last answer it only looks, and what it does is safe to repeat.
 */
@ApplicationModule(allowedDependencies = {"kernel", "contact", "messaging"})
@NullMarked
package org.pokana.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
