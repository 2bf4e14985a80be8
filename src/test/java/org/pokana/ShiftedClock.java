package org.pokana;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that runs on, but from another moment: for tests of the whole service, whose threads wait for real. */
public final class ShiftedClock extends Clock {

    private final Clock real = Clock.systemUTC();
    private volatile Duration shift = Duration.ZERO;

    public ShiftedClock(String instant) {
        travelTo(instant);
    }

    public void travelTo(String instant) {
        shift = Duration.between(real.instant(), Instant.parse(instant));
    }

    public void advance(Duration further) {
        shift = shift.plus(further);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(shift);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), shift);
    }
}
