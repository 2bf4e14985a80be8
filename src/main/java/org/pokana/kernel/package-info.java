/**
 * The few words every module shares; no framework, and nothing below it.
 *
 * <p>A {@code Line} holds phrases, not text: who reads it decides the language, and only when it is put into the outbox.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.pokana.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
