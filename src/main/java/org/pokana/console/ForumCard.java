package org.pokana.console;

import java.time.ZonedDateTime;
import java.util.List;
import org.pokana.console.Note.Way;

/**
 * A forum on the public pages, in the reader's language.
 *
 * @param free seats that can still be taken
 * @param kept which of them are kept for whom; empty if none is
 * @param state ends the key of the phrase that says how things stand
 * @param elsewhere where one can register besides here
 */
record ForumCard(
        String id,
        String title,
        String summary,
        ZonedDateTime starts,
        ZonedDateTime ends,
        String town,
        String venue,
        int free,
        String kept,
        State state,
        List<Way> elsewhere) {

    enum State {
        OPEN,
        CLOSED,
        STARTED,
        OVER,
        CANCELLED
    }

    /** Whether people can register, if only for the waiting list. */
    public boolean open() {
        return state == State.OPEN;
    }

    /** Whether it is still to be. */
    public boolean ahead() {
        return state == State.OPEN || state == State.CLOSED;
    }
}
