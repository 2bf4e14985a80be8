package org.pokana.forum;

import java.time.Duration;
import java.time.Instant;

/**
 * Codes somebody typed that were not the one at the door: after every five they must wait, so that nobody finds it by
 * trying.
 */
record WrongCodes(int count, Instant last) {

    static final int MOST_IN_A_ROW = 5;
    static final Duration PAUSE = Duration.ofMinutes(10);

    int left() {
        return MOST_IN_A_ROW - count % MOST_IN_A_ROW;
    }

    boolean mustWait(Instant now) {
        return count > 0 && count % MOST_IN_A_ROW == 0 && now.isBefore(last.plus(PAUSE));
    }
}
