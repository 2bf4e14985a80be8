package org.pokana.forum;

import java.time.Duration;
import java.time.LocalTime;
import org.pokana.kernel.Localized;

/**
 * One timed part of a forum's agenda, in the forum's local time.
 *
 * @param kind such as {@code plenary} or {@code break}
 */
public record AgendaItem(LocalTime starts, LocalTime ends, String kind, Localized title) {

    AgendaItem later(Duration by) {
        return new AgendaItem(starts.plus(by), ends.plus(by), kind, title);
    }

    /** How long after that hour, on the same day or in the night that follows. */
    Duration endsAfter(LocalTime start) {
        var time = Duration.between(start, ends);
        return time.isNegative() ? time.plusDays(1) : time;
    }
}
