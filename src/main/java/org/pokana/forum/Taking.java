package org.pokana.forum;

/** What came of opening a colleague's link; made from the result of the write. */
sealed interface Taking {

    /** The seat is theirs, now or since they took it by this link before. */
    record Taken(Forum forum, Registration registration) implements Taking {}

    /** They had a seat of their own; the link is still open. */
    record AlreadyIn(Forum forum, Registration registration) implements Taking {}

    /** The one who made it; it is still open for the colleague. */
    record Own(Forum forum) implements Taking {}

    /** Another took it, or they gave the seat up again. */
    record Used() implements Taking {}

    /** The forum has begun or is cancelled. */
    record TooLate(Forum forum) implements Taking {}

    /** Withdrawn, replaced, given up together with the seat, or never made. */
    record Unknown() implements Taking {}
}
