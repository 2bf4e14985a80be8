/**
 * Forums, their seats and who registered for them, with everything people do around them in the chat.
 *
 * <p>Who has a seat is the array in the forum's own document and nothing else, because one guarded write to one document
 * cannot sell a seat twice; a registration only describes the person and says what became of their wish. A seat that gets
 * free is kept for the first in line until they answer ({@code Promotion}, {@code Offers}): it stands in the array
 * meanwhile, and the one write that takes the registration out of {@code OFFERED} decides whether they have it or it goes
 * on. Who the seats are for ({@code Allotment}) is counted from the registrations of those who have them ({@code Shares}),
 * and the guarded write holds only for what was counted; whoever gives their seat to a colleague decides that alone. A seat
 * changes hands without getting free ({@code Delegations}, and {@code Duplicates} of one person); who came is noted at the
 * door ({@code CheckIn}, {@code DoorCodes}, {@code WalkIns} for guests); what people must be told without having asked
 * leaves by {@code Notices}, and {@code NoticeVeto} stops it when it is no longer so.
 */
@ApplicationModule(allowedDependencies = {"kernel", "store", "contact", "messaging", "conversation", "phone"})
@NullMarked
package org.pokana.forum;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
