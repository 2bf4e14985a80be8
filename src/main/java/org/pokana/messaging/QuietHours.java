package org.pokana.messaging;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * In the night nobody gets what they did not ask for just now, unless it cannot wait. A service has one night, whoever
 * asks and wherever, so it stands here rather than being handed to everybody.
 */
public final class QuietHours {

    /** From eight to eight. */
    public static final Night USUAL = new Night(LocalTime.of(20, 0), LocalTime.of(8, 0));

    private static final int SHORTEST_DAY = 4;
    private static final Supplier<Night> UNCHANGED = () -> USUAL;
    private static volatile Supplier<Night> kept = UNCHANGED;

    private QuietHours() {}

    /** When the night begins and ends. */
    public record Night(LocalTime evening, LocalTime morning) {

        /** Whether it goes past midnight, and leaves a day to say things in. */
        public static boolean isOne(LocalTime evening, LocalTime morning) {
            return morning.isBefore(evening)
                    && !evening.minusHours(SHORTEST_DAY).isBefore(morning);
        }

        static Optional<Night> read(@Nullable String evening, @Nullable String morning) {
            return evening == null || morning == null
                    ? Optional.empty()
                    : Optional.of(new Night(LocalTime.parse(evening), LocalTime.parse(morning)));
        }
    }

    /** From now on they are as somebody keeps them; run what is returned to have the usual ones again. */
    static Runnable keep(Supplier<Night> night) {
        kept = night;
        return () -> kept = kept == night ? UNCHANGED : kept;
    }

    static Night now() {
        return kept.get();
    }

    /** The end of the night that the moment falls into; empty by day. */
    public static Optional<Instant> morningAfter(Instant moment, ZoneId zone) {
        var night = now();
        var local = moment.atZone(zone);
        var hour = local.toLocalTime();
        if (!hour.isBefore(night.morning()) && hour.isBefore(night.evening())) {
            return Optional.empty();
        }
        var day = hour.isBefore(night.morning())
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        return Optional.of(day.atTime(night.morning()).atZone(zone).toInstant());
    }
}
