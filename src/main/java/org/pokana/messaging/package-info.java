/**
 * One door in ({@code Inbox}), one door out ({@code Outbox}), and the {@code Channel} contract between them.
 *
 * <p>A reply, a reminder and an announcement differ only in who puts them into the outbox and in which lane;
 * the {@code Courier} alone carries them. The {@code Gate} says whether anything may leave just now and how fast, the
 * {@code Judge} what an outcome means; each is asked once per message, so that nothing else need know how services behave.
 */
@ApplicationModule(allowedDependencies = {"kernel", "store", "settings", "contact"})
@NullMarked
package org.pokana.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
