package org.pokana.forum;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.pokana.messaging.QuietHours;
import org.pokana.messaging.WorkingHours;

/** How long a seat is kept for somebody who is asked whether they still want it: the nearer the forum, the shorter. */
final class Hold {

    private static final Duration LONG = Duration.ofHours(4);
    private static final Duration SHORT = Duration.ofHours(1);
    private static final Duration NEAR = Duration.ofHours(24);
    private static final Duration LAST_HOURS = Duration.ofHours(3);

    private Hold() {}

    /** When nobody can be waited for any more: everybody in line is asked at once. */
    static boolean isLastHours(Forum forum, Instant now) {
        return now.isAfter(forum.starts().minus(LAST_HOURS));
    }

    static boolean isNear(Forum forum, Instant now) {
        return now.isAfter(forum.starts().minus(NEAR));
    }

    /** Working hours, but no later than for somebody asked a day before. */
    static Instant until(Forum forum, Instant now) {
        if (isNear(forum, now)) {
            return now.plus(SHORT);
        }
        var latest = forum.starts().minus(NEAR).plus(SHORT);
        return earliest(WorkingHours.after(now, LONG, forum.zone()), latest);
    }

    /** When to ask once more; empty if that would be in the night. */
    static Optional<Instant> halfTime(Forum forum, Instant now) {
        var until = until(forum, now);
        if (isNear(forum, now)) {
            return Optional.of(now.plus(SHORT.dividedBy(2)));
        }
        var working = WorkingHours.after(now, LONG.dividedBy(2), forum.zone());
        var half = working.isBefore(until)
                ? working
                : now.plus(Duration.between(now, until).dividedBy(2));
        var atWork = WorkingHours.after(half, Duration.ZERO, forum.zone());
        var byDay = QuietHours.morningAfter(half, forum.zone()).orElse(half);
        return Optional.of(atWork.isBefore(until) ? atWork : byDay).filter(until::isAfter);
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
