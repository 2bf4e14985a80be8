package org.pokana.messaging;

import java.time.Duration;

/** Which queue a message waits in; replies never wait behind the other two. */
public enum Lane {
    REPLY(Duration.ofHours(24)),
    REMINDER(Duration.ofHours(24)),
    ANNOUNCEMENT(Duration.ofHours(48));

    private final Duration horizon;

    Lane(Duration horizon) {
        this.horizon = horizon;
    }

    /** What could not leave for so long is of no use any more, unless it says itself until when it is. */
    Duration horizon() {
        return horizon;
    }
}
