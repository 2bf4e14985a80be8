/**
 * The few words every module shares; no framework, and nothing below it.
 *
 * <p>A {@code Line} holds phrases, not text: who reads it decides the language, and only when it is put into the outbox.
 *
 * <p>The {@code CrashPoint}s stand here, and in production code at all, because only the real process can be killed in
 * earnest, and only the code knows between which two writes: each is one call that does nothing until a test decides
 * otherwise from within its own process.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.pokana.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
