package org.pokana.messaging;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Sends one channel's reminders and announcements at a pace the channel allows: reminders first, but every tenth slot
 * belongs to announcements, so that they end. At most a few are on their way at a time, and one per chat.
 */
final class Bulk {

    private static final int BATCH = 50;
    private static final int MOST_IN_FLIGHT = 4;
    private static final int ANNOUNCEMENTS_SHARE = 10;
    private static final Duration LONGEST_NAP = Duration.ofMillis(500);

    private final String channel;
    private final Ledger ledger;
    private final Courier courier;
    private final OneAtATime desk;
    private final Pace pace;
    private final Semaphore inFlight = new Semaphore(MOST_IN_FLIGHT);
    private final Deque<Message> reminders = new ArrayDeque<>();
    private final Deque<Message> announcements = new ArrayDeque<>();
    private int slots;

    Bulk(String channel, Ledger ledger, Courier courier, OneAtATime desk, Pace pace) {
        this.channel = channel;
        this.ledger = ledger;
        this.courier = courier;
        this.desk = desk;
        this.pace = pace;
    }

    /** Sends at most one message; says how long to wait before the next round. */
    Duration round() throws InterruptedException {
        var next = next();
        if (next.isEmpty()) {
            return LONGEST_NAP;
        }
        var wait = pace.take();
        if (!wait.isZero()) {
            giveBack(next.get());
            return wait.compareTo(LONGEST_NAP) < 0 ? wait : LONGEST_NAP;
        }
        if (!inFlight.tryAcquire(LONGEST_NAP.toMillis(), TimeUnit.MILLISECONDS)) {
            giveBack(next.get());
            return Duration.ZERO;
        }
        send(next.get());
        return Duration.ZERO;
    }

    private void send(Message message) {
        desk.put(message.to(), () -> {
            try {
                courier.carry(message.id()).throttled().ifPresent(pace::throttled);
            } finally {
                inFlight.release();
            }
            return Optional.empty();
        });
    }

    private Optional<Message> next() {
        refill(reminders, Lane.REMINDER);
        refill(announcements, Lane.ANNOUNCEMENT);
        boolean turnOfAnnouncements = reminders.isEmpty() || slots % ANNOUNCEMENTS_SHARE == 0;
        var first = turnOfAnnouncements && !announcements.isEmpty() ? announcements : reminders;
        if (!first.isEmpty()) {
            slots++;
        }
        return Optional.ofNullable(first.poll());
    }

    private void giveBack(Message message) {
        slots--;
        (message.lane() == Lane.REMINDER ? reminders : announcements).addFirst(message);
    }

    private void refill(Deque<Message> queue, Lane lane) {
        if (queue.isEmpty()) {
            queue.addAll(ledger.due(lane, channel, BATCH));
        }
    }
}
