package org.pokana.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How much leaves by a channel within a second while there is bulk among it. A reply that comes on top of that waits for
 * a moment, because it would wait longer if the service turned it away; but never for more than a second.
 */
final class Ceiling {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final int most;
    private final Clock clock;
    private final Deque<Instant> left = new ArrayDeque<>();
    private Instant lastBulk = Instant.EPOCH;

    Ceiling(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    synchronized Duration restOfBulk() {
        var now = clock.instant();
        while (!left.isEmpty() && !left.peekFirst().plus(SECOND).isAfter(now)) {
            left.removeFirst();
        }
        return left.size() < most
                ? Duration.ZERO
                : Duration.between(now, left.peekFirst().plus(SECOND));
    }

    synchronized Duration rest(Message reply) {
        var now = clock.instant();
        boolean unhindered = !lastBulk.plus(SECOND).isAfter(now)
                || !reply.putAt().plus(SECOND).isAfter(now);
        return unhindered ? Duration.ZERO : restOfBulk();
    }

    /** The same; zero takes the place. */
    synchronized Duration enter(Message message) {
        boolean reply = message.lane() == Lane.REPLY;
        var rest = reply ? rest(message) : restOfBulk();
        if (rest.isZero()) {
            var now = clock.instant();
            left.addLast(now);
            lastBulk = reply ? lastBulk : now;
        }
        return rest;
    }
}
