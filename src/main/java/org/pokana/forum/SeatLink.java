package org.pokana.forum;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What lets one colleague take somebody's seat.
 *
 * @param token unguessable; kept as it is, because the person may want to see their link again
 * @param to the contact who took it; null while it is open
 */
record SeatLink(String token, Instant madeAt, @Nullable String to) {

    /** In the place of a token: one person had two registrations, and this one went into the other. */
    static final String SAME_PERSON = "same-person";

    boolean unites() {
        return token.equals(SAME_PERSON);
    }

    boolean isOpen() {
        return to == null;
    }
}
