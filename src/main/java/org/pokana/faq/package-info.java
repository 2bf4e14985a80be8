/**
 * Questions answered from checked entries, each with its source; nothing is ever made up.
 *
 * <p>Two ways to understand a question are added up, because each knows what the other does not: comparing it with one
 * example after another ({@code Phrasings}), and what all examples together teach about words ({@code Learned}).
 *
 * <p>The index is built in memory at start from {@code messages/faq.yaml} and never stored: sixty entries
 * take a second or two, and what a person edits is the file, not an index beside it.
 */
@ApplicationModule(allowedDependencies = {"kernel", "contact", "messaging", "conversation"})
@NullMarked
package org.pokana.faq;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
