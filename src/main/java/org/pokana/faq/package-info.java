/**
 * Questions answered from checked entries, each with its source; nothing is ever made up.
 *
 * <p>The index is built in memory at start from {@code messages/faq.yaml} and never stored: sixty entries take
 * milliseconds, and what a person edits is the file, not an index beside it.
 */
@ApplicationModule(allowedDependencies = {"kernel", "contact", "messaging", "conversation"})
@NullMarked
package org.pokana.faq;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
