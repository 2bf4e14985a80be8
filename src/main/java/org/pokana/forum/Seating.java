package org.pokana.forum;

/** What became of a person's wish for a seat; made from the result of the write, never from a look before it. */
public sealed interface Seating {

    /** A position in line beyond this says only that it is far away. */
    int MOST_COUNTED = 50;

    record Seated(Forum forum, Registration registration) implements Seating {

        public long number() {
            return registration.number();
        }
    }

    /** On the waiting list, first in line being 1. */
    record Waiting(Forum forum, int position) implements Seating {}

    /** A seat is kept for them until they answer. */
    record Offered(Forum forum, Registration registration) implements Seating {}

    /** Had a seat before. */
    record AlreadyIn(Forum forum, Registration registration) implements Seating {}

    /** Stood on the waiting list before. */
    record AlreadyWaiting(Forum forum, int position) implements Seating {}

    /** Registration is closed, or the forum has begun or is cancelled. */
    record Closed(Forum forum) implements Seating {}

    record NoSuchForum() implements Seating {}
}
