package org.pokana.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Sends one channel's reminders and announcements at a pace the channel allows: reminders first, but every tenth slot
 * belongs to announcements, so that they end. At most a few are on their way at a time, and one per chat.
 */
final class Bulk {

    private static final int MOST_IN_FLIGHT = 4;
    private static final int ANNOUNCEMENTS_SHARE = 10;
    private static final Duration LONGEST_NAP = Duration.ofMillis(500);

    private final Courier courier;
    private final OneAtATime desk;
    private final Pace pace;
    private final Breaker breaker;
    private final Semaphore inFlight = new Semaphore(MOST_IN_FLIGHT);
    private final Turns reminders;
    private final Turns announcements;
    private int slots;

    Bulk(String channel, Ledger ledger, Courier courier, OneAtATime desk, Pace pace, Clock clock) {
        this.courier = courier;
        this.desk = desk;
        this.pace = pace;
        this.breaker = new Breaker(clock);
        this.reminders = new Turns(Lane.REMINDER, channel, ledger, clock);
        this.announcements = new Turns(Lane.ANNOUNCEMENT, channel, ledger, clock);
    }

    /** Sends at most one message; says how long to wait before the next round. */
    Duration round() throws InterruptedException {
        if (!breaker.rest().isZero()) {
            return atMost(breaker.rest());
        }
        var wait = pace.take();
        if (!wait.isZero()) {
            return atMost(wait);
        }
        var next = next();
        if (next.isEmpty()) {
            return LONGEST_NAP;
        }
        int room = breaker.isProbing() ? MOST_IN_FLIGHT : 1; // to see whether it is back, one alone
        if (!inFlight.tryAcquire(room, LONGEST_NAP.toMillis(), TimeUnit.MILLISECONDS)) {
            giveBack(next.get());
            return Duration.ZERO;
        }
        send(next.get(), room);
        return Duration.ZERO;
    }

    private static Duration atMost(Duration nap) {
        return nap.compareTo(LONGEST_NAP) < 0 ? nap : LONGEST_NAP;
    }

    private void send(Message message, int room) {
        desk.put(message.to(), () -> {
            try {
                note(courier.carry(message.id()));
            } finally {
                inFlight.release(room);
            }
            return Optional.empty();
        });
    }

    private void note(Courier.Outcome outcome) {
        outcome.throttled().ifPresent(pace::throttled);
        if (outcome.silent()) {
            breaker.silent();
        } else {
            breaker.answered();
        }
    }

    private Optional<Message> next() {
        boolean turnOfAnnouncements = slots % ANNOUNCEMENTS_SHARE == 0;
        var first = turnOfAnnouncements ? announcements : reminders;
        var second = turnOfAnnouncements ? reminders : announcements;
        var next = first.next().or(second::next);
        next.ifPresent(any -> slots++);
        return next;
    }

    private void giveBack(Message message) {
        slots--;
        (message.lane() == Lane.REMINDER ? reminders : announcements).giveBack(message);
    }
}
