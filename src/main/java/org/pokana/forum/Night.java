package org.pokana.forum;

import java.time.Duration;
import java.time.Instant;
import org.pokana.messaging.QuietHours;

/** Whether people can be told in the morning what changed in the night. */
final class Night {

    /** Whoever has to leave in the morning must know before. */
    private static final Duration NEAR = Duration.ofHours(24);

    private Night() {}

    static boolean is(Instant now, Forum forum) {
        return QuietHours.morningAfter(now, forum.zone()).isPresent();
    }

    /** @param start when the forum is to begin, if not when it begins now */
    static boolean canWait(Instant now, Forum forum, Instant start) {
        var near = now.plus(NEAR);
        return is(now, forum)
                && start.isAfter(near)
                && forum.starts().isAfter(near)
                && forum.told().starts().isAfter(near);
    }
}
