package org.pokana.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Leaves a service alone that does not answer: when half of the last ten calls failed nothing is tried for a while, then
 * one attempt shows whether it is back, and each time it is not, the while is longer.
 */
final class Breaker {

    private static final int CALLS = 10;
    private static final int FAILURES = 5;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** An attempt that is not over by then is not waited for. */
    private static final Duration ATTEMPT = Duration.ofSeconds(30);

    private final Clock clock;
    private final Deque<Boolean> failed = new ArrayDeque<>();
    private Duration rest = SHORTEST;
    private Instant until = Instant.EPOCH;
    private Instant attemptUntil = Instant.EPOCH;
    private boolean open;

    Breaker(Clock clock) {
        this.clock = clock;
    }

    /** Whether the service is left alone, or only to be tried. */
    synchronized boolean isOpen() {
        return open;
    }

    /** How long nothing is to be tried; zero when it may be. */
    synchronized Duration rest() {
        var now = clock.instant();
        if (!open) {
            return Duration.ZERO;
        }
        if (now.isBefore(until)) {
            return Duration.between(now, until);
        }
        return now.isBefore(attemptUntil) ? SHORTEST : Duration.ZERO;
    }

    /** The same, and zero is for one caller alone while the service is only to be tried. */
    synchronized Duration enter() {
        var left = rest();
        if (open && left.isZero()) {
            attemptUntil = clock.instant().plus(ATTEMPT);
        }
        return left;
    }

    synchronized void answered() {
        if (open) {
            failed.clear();
        }
        open = false;
        rest = SHORTEST;
        note(false);
    }

    synchronized void silent() {
        note(true);
        if (open || failed.stream().filter(each -> each).count() >= FAILURES) {
            open();
        }
    }

    /** It will not take anything for a while, whatever we do. */
    synchronized void shut() {
        rest = LONGEST;
        open();
    }

    private void note(boolean failure) {
        failed.addLast(failure);
        if (failed.size() > CALLS) {
            failed.removeFirst();
        }
    }

    /** What was on its way when it opened says nothing new. */
    private void open() {
        if (open && clock.instant().isBefore(until)) {
            return;
        }
        open = true;
        attemptUntil = Instant.EPOCH;
        until = clock.instant().plus(rest);
        var longer = rest.multipliedBy(2);
        rest = longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
    }
}
