package org.pokana.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** So many in a minute for each who comes; the others are asked to wait for the next minute. */
final class Turnstile {

    static final Duration TURN = Duration.ofMinutes(1);

    /** Beyond this many, those seen first are forgotten, which only ever lets somebody in. */
    private static final int MOST_KEYS = 10_000;

    private final Clock clock;
    private final int most;

    private final Map<String, Turn> turns = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Turn> eldest) {
            return size() > MOST_KEYS;
        }
    };

    private record Turn(Instant began, int count) {}

    Turnstile(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    synchronized boolean lets(String key) {
        var now = clock.instant();
        var turn = turns.get(key);
        if (turn == null || !now.isBefore(turn.began().plus(TURN))) {
            turn = new Turn(now, 0);
        }
        turns.put(key, new Turn(turn.began(), turn.count() + 1));
        return turn.count() < most;
    }
}
