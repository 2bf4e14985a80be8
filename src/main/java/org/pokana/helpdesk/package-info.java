/**
 * What only a person can answer: a question goes to whoever is on duty for its topic, and the answer comes back.
 *
 * <p>Everything that happens with a question stands in its one document, so that one guarded write decides who has it
 * and what is noted there can be told after a crash: what people are told follows from the document alone
 * ({@code Telling}). While two people talk we only carry their words ({@code Carry}); an organizer's words are carried
 * only if they are a reply or were asked for, as whoever organizes also talks with us.
 */
@ApplicationModule(allowedDependencies = {"kernel", "contact", "messaging", "conversation", "faq"})
@NullMarked
package org.pokana.helpdesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
