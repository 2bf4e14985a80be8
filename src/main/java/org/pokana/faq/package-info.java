/**
 * Questions answered from checked entries, each with its source; nothing is ever made up.
 *
 * <p>Two ways to understand a question are added up, because each knows what the other does not: comparing it with one
 * example after another ({@code Phrasings}), and what all examples together teach about words ({@code Learned}).
 *
 * <p>The entries are in the store ({@code Entries}), where {@code Seeding} brings them from {@code messages/faq.yaml} and
 * people change them ({@code Editing}, {@code Drafts}, {@code Exchange}): a file alone would need a new start for each
 * word. {@code Rereading} makes what is stored what people get. The index is made in memory and never stored, so nothing
 * can be out of step with the entries for longer than it takes to make a new one.
 */
@ApplicationModule(allowedDependencies = {"kernel", "contact", "messaging", "conversation"})
@NullMarked
package org.pokana.faq;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
