package org.pokana.messaging;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.pokana.SettableClock;

/** A timer that goes by a clock under control: what is scheduled happens when the clock has got there, and not before. */
final class SimulatedTimer extends ScheduledThreadPoolExecutor {

    private final SettableClock clock;
    private final PriorityQueue<Alarm> alarms =
            new PriorityQueue<>(Comparator.comparing(Alarm::at).thenComparing(Alarm::number));
    private long numbers;

    private record Alarm(Instant at, long number, Runnable work) {}

    SimulatedTimer(SettableClock clock) {
        super(1);
        this.clock = clock;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
        alarms.add(new Alarm(clock.instant().plusNanos(unit.toNanos(delay)), numbers++, work));
        return null;
    }

    /** Does everything whose time has come. */
    void rings() {
        while (!alarms.isEmpty() && !alarms.peek().at().isAfter(clock.instant())) {
            alarms.poll().work().run();
        }
    }

    /** When there will be something to do, unless the given moment comes first. */
    Instant nextBefore(Instant moment) {
        return alarms.isEmpty() || alarms.peek().at().isAfter(moment)
                ? moment
                : alarms.peek().at();
    }
}
