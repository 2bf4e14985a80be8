package org.pokana.messaging;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** From 20:00 to 08:00 nobody gets what they did not ask for just now, unless it cannot wait. */
public final class QuietHours {

    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private QuietHours() {}

    /** The end of the night that the moment falls into; empty by day. */
    public static Optional<Instant> morningAfter(Instant moment, ZoneId zone) {
        var local = moment.atZone(zone);
        var hour = local.toLocalTime();
        if (!hour.isBefore(MORNING) && hour.isBefore(EVENING)) {
            return Optional.empty();
        }
        var day = hour.isBefore(MORNING)
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        return Optional.of(day.atTime(MORNING).atZone(zone).toInstant());
    }
}
