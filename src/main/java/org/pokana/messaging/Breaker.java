package org.pokana.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Leaves a service alone that does not answer: after a few failures in a row nothing is tried for a while, then one
 * message shows whether it is back, and each time it is not, the while is twice as long.
 */
final class Breaker {

    private static final int FAILURES = 5;
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Clock clock;
    private int failures;
    private Duration rest = SHORTEST;
    private Instant until = Instant.EPOCH;

    Breaker(Clock clock) {
        this.clock = clock;
    }

    /** How long nothing is to be tried; zero when it may be. */
    synchronized Duration rest() {
        var left = Duration.between(clock.instant(), until);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Whether only one may be tried at a time, to see whether it is back. */
    synchronized boolean isProbing() {
        return failures >= FAILURES;
    }

    synchronized void answered() {
        failures = 0;
        rest = SHORTEST;
    }

    synchronized void silent() {
        failures++;
        if (failures < FAILURES || !rest().isZero()) {
            return;
        }
        until = clock.instant().plus(rest);
        rest = rest.multipliedBy(2).compareTo(LONGEST) < 0 ? rest.multipliedBy(2) : LONGEST;
    }
}
