package org.pokana.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** Nobody is reminded between 20:00 and 08:00 unless the forum is too near to wait for the morning. */
final class QuietHours {

    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final Duration NEEDED = Duration.ofMinutes(30);

    private QuietHours() {}

    /** The moment itself, or the morning after the night it falls into, if that still leaves time before the start. */
    static Instant after(Instant moment, ZonedDateTime start) {
        var local = moment.atZone(start.getZone());
        var hour = local.toLocalTime();
        if (!hour.isBefore(MORNING) && hour.isBefore(EVENING)) {
            return moment;
        }
        var day = hour.isBefore(MORNING)
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        var morning = day.atTime(MORNING).atZone(start.getZone()).toInstant();
        return morning.isAfter(start.toInstant().minus(NEEDED)) ? moment : morning;
    }
}
