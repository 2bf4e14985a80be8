/**
 * News from the organizers to many people at once: written on a phone, seen as it will arrive, sent and reported on.
 *
 * <p>Who gets it is frozen when it is confirmed; what became of it is read from the outbox, never counted twice.
 * {@code Announce} is the talk, {@code Conditions} what may be special about one ({@code Terms}), {@code Announcements}
 * its states, {@code HandingOut} the way into the outbox, {@code Corrections} and {@code Withdrawals} the way back to what
 * has arrived; words and files are gathered by {@code Dictation}, recipients ticked in {@code AudienceChips}; the veto, asked right before each message leaves, keeps stop,
 * pause, quiet hours and the budget of one a day. The same is done from pages by {@code Composing}, {@code Dispatches},
 * {@code DispatchActs} and {@code CallList}, which know no rule that the talks do not.
 */
@ApplicationModule(allowedDependencies = {"kernel", "store", "contact", "messaging", "conversation", "forum", "phone"})
@NullMarked
package org.pokana.announcement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
