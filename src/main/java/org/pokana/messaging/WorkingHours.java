package org.pokana.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Time in which people can be expected to answer: from 08:00 to 20:00 on working days. */
public final class WorkingHours {

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 0);

    private WorkingHours() {}

    /** The moment at which so much of it has passed since {@code from}. */
    public static Instant after(Instant from, Duration working, ZoneId zone) {
        var left = working;
        for (var day = from.atZone(zone).toLocalDate(); ; day = day.plusDays(1)) {
            var begin = latest(from, at(day, MORNING, zone));
            var rest = Duration.between(begin, at(day, EVENING, zone));
            if (rest.isNegative() || rest.isZero() || !Holidays.isWorkingDay(day)) {
                continue;
            }
            if (rest.compareTo(left) >= 0) {
                return begin.plus(left);
            }
            left = left.minus(rest);
        }
    }

    private static Instant at(LocalDate day, LocalTime hour, ZoneId zone) {
        return day.atTime(hour).atZone(zone).toInstant();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
