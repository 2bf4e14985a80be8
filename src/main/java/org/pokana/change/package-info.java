/**
 * What becomes of a change of a forum once people are told: who has understood it, whom an organizer has to call, and
 * what in the chats still speaks of the forum as it was.
 *
 * <p>How many understood is counted from what each person said, whenever it is asked for; a counter of its own would
 * have to be right about those who give up their seats meanwhile.
 */
@ApplicationModule(allowedDependencies = {"kernel", "store", "contact", "messaging", "conversation", "forum", "phone"})
@NullMarked
package org.pokana.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
