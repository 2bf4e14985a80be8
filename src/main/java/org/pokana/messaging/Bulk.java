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
    private static final int MOST_LOOKS = 20;
    private static final Duration LONGEST_NAP = Duration.ofMillis(500);

    /** A chat in which somebody is being answered is left alone for so long. */
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final Courier courier;
    private final OneAtATime desk;
    private final Pace pace;
    private final Gate gate;
    private final Clock clock;
    private final Semaphore inFlight = new Semaphore(MOST_IN_FLIGHT);
    private final Turns reminders;
    private final Turns announcements;
    private int slots;

    Bulk(Ledger ledger, Waiting waiting, Courier courier, OneAtATime desk, Pace pace, Gate gate, Clock clock) {
        this.ledger = ledger;
        this.courier = courier;
        this.desk = desk;
        this.pace = pace;
        this.gate = gate;
        this.clock = clock;
        gate.tellOfReplies(pace::yieldToReply);
        var channel = gate.channel().name();
        this.reminders = new Turns(Lane.REMINDER, channel, waiting, clock);
        this.announcements = new Turns(Lane.ANNOUNCEMENT, channel, waiting, clock);
    }

    /** Sends at most one message; says how long to wait before the next round. */
    Duration round() throws InterruptedException {
        var closed = gate.restOfBulk();
        if (!closed.isZero()) {
            return atMost(closed);
        }
        // first room, then the slot: one that had to be waited for would come too close to the next
        if (!inFlight.tryAcquire(LONGEST_NAP.toMillis(), TimeUnit.MILLISECONDS)) {
            return Duration.ZERO;
        }
        var wait = pace.take();
        if (wait.isZero() && sendsNext()) {
            return Duration.ZERO;
        }
        inFlight.release();
        return atMost(wait.isZero() ? LONGEST_NAP : wait);
    }

    private static Duration atMost(Duration nap) {
        return nap.compareTo(LONGEST_NAP) < 0 ? nap : LONGEST_NAP;
    }

    /** Passes over chats that are busy; what waits for them keeps its order. */
    private boolean sendsNext() {
        for (int look = 0; look < MOST_LOOKS; look++) {
            var next = next();
            if (next.isEmpty()) {
                return false;
            }
            if (begins(next.get())) {
                slots++;
                return true;
            }
        }
        return false;
    }

    private Optional<Message> next() {
        boolean turnOfAnnouncements = slots % ANNOUNCEMENTS_SHARE == 0;
        var first = turnOfAnnouncements ? announcements : reminders;
        var second = turnOfAnnouncements ? reminders : announcements;
        return first.next().or(second::next);
    }

    private boolean begins(Message message) {
        var rest = gate.rest(message);
        if (rest.isZero() && desk.putIfIdle(message.to(), () -> carry(message))) {
            return true;
        }
        var until = clock.instant().plus(rest.compareTo(BUSY) > 0 ? rest : BUSY);
        ledger.holdBack(message.to(), until);
        return false;
    }

    private Optional<Duration> carry(Message message) {
        try {
            courier.carry(message).throttled().ifPresent(pace::throttled);
        } finally {
            inFlight.release();
        }
        return Optional.empty();
    }
}
