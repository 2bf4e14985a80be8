/**
 * What is kept about people: they are told, can see and download it, can have it erased, and texts go by themselves.
 *
 * <p>Each module says itself what it keeps ({@code Remembers}, {@code Forgets}, {@code Fades}), so this one knows none
 * of them, and a new one cannot be overlooked without breaking its own contract.
 */
@ApplicationModule(allowedDependencies = {"kernel", "contact", "messaging", "conversation"})
@NullMarked
package org.pokana.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
