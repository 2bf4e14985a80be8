package org.pokana.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.pokana.contact.Contacts;
import org.pokana.kernel.Address;
import org.pokana.messaging.Message.Fault;
import org.pokana.messaging.Message.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides what an outcome means: when to wait, to try again, to give up, and when to admit that nobody knows. */
final class Judge {

    private static final Logger log = LoggerFactory.getLogger(Judge.class);

    /** A reply older than this is no answer any more; sending it twice would only confuse. */
    private static final Duration REPLY_STAYS_FRESH = Duration.ofSeconds(60);

    private static final Duration REPLY_WAITS = Duration.ofSeconds(1);
    private static final Duration REMINDER_WAITS = Duration.ofSeconds(30);
    private static final Duration SHORTEST_BACK_OFF = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(5);
    private static final int MOST_MOVES = 2;

    private final Ledger ledger;
    private final Outbox outbox;
    private final Contacts contacts;
    private final List<Relocates> relocates;
    private final List<Loses> loses;
    private final Excuse excuse;
    private final List<Mishap> mishaps;
    private final Jitter jitter;
    private final Clock clock;

    Judge(
            Ledger ledger,
            Outbox outbox,
            Contacts contacts,
            List<Relocates> relocates,
            List<Loses> loses,
            Excuse excuse,
            List<Mishap> mishaps,
            Jitter jitter,
            Clock clock) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.contacts = contacts;
        this.relocates = relocates;
        this.loses = loses;
        this.excuse = excuse;
        this.mishaps = mishaps;
        this.jitter = jitter;
        this.clock = clock;
    }

    /**
     * What came of carrying one message.
     *
     * @param again when to try it again, if it is to be tried soon by whoever holds it
     * @param throttled how long the service asked bulk to be quiet, if it did
     */
    record Outcome(Optional<Duration> again, Optional<Duration> throttled) {

        static final Outcome OVER = new Outcome(Optional.empty(), Optional.empty());

        /** Replies keep their place in the chat while they wait; bulk goes back to the outbox. */
        static Outcome later(Message message, Duration wait) {
            return message.lane() == Lane.REPLY ? new Outcome(Optional.of(wait), Optional.empty()) : OVER;
        }
    }

    Outcome judge(Message message, Delivery delivery, Gate gate) {
        gate.ended(delivery);
        if (delivery instanceof Delivery.Delivered delivered) {
            ledger.settle(message, State.SENT, delivered.receipt(), null);
            return Outcome.OVER;
        }
        if (delivery instanceof Delivery.TryLater later) {
            return throttled(message, later.after().plus(jitter.upTo(Duration.ofSeconds(1))), gate);
        }
        if (delivery instanceof Delivery.NotSent notSent) {
            return notSent(message, notSent.reason(), gate);
        }
        if (delivery instanceof Delivery.Uncertain uncertain) {
            return nobodyKnows(message, REPLY_WAITS, uncertain.reason());
        }
        if (delivery instanceof Delivery.Closed closed) {
            return closed(message, closed.reason());
        }
        return delivery instanceof Delivery.Moved moved ? follow(message, moved.to()) : failed(message, delivery);
    }

    private Outcome throttled(Message message, Duration wait, Gate gate) {
        var until = clock.instant().plus(wait);
        ledger.release(message, until, "throttled", false);
        ledger.holdBack(message.to(), until);
        if (message.lane() == Lane.REPLY) {
            gate.quiet(message.address(), until);
            return Outcome.later(message, wait);
        }
        return new Outcome(Optional.empty(), Optional.of(wait));
    }

    /** When nothing leaves at all, no message is to blame, and none waits for longer than the service is away. */
    private Outcome notSent(Message message, String reason, Gate gate) {
        if (gate.isShut()) {
            ledger.release(message, message.dueAt(), reason, false);
            return Outcome.later(message, REPLY_WAITS);
        }
        var wait = backOff(message.attempt());
        ledger.release(message, clock.instant().plus(wait), reason, true);
        return waits(message, wait);
    }

    private Outcome waits(Message message, Duration wait) {
        if (message.lane() != Lane.REPLY) {
            ledger.holdBack(message.to(), clock.instant().plus(wait));
        }
        return Outcome.later(message, wait);
    }

    private Duration backOff(int attempt) {
        var longest = Duration.ofSeconds(1L << Math.min(attempt, 9));
        var most = longest.compareTo(LONGEST_BACK_OFF) < 0 ? longest : LONGEST_BACK_OFF;
        return SHORTEST_BACK_OFF.plus(jitter.upTo(most.minus(SHORTEST_BACK_OFF)));
    }

    /**
     * It may have arrived. A fresh reply and a reminder are worth the risk of a second copy, once; an announcement is
     * not: the organizer sees how many are uncertain and decides.
     */
    Outcome nobodyKnows(Message message, Duration replyWaits, String reason) {
        if (!message.isDoubted() && message.lane() == Lane.REPLY && isFresh(message)) {
            return doubted(message, replyWaits, reason);
        }
        if (!message.isDoubted() && message.lane() == Lane.REMINDER) {
            return doubted(message, REMINDER_WAITS, reason);
        }
        ledger.settle(message, State.UNCERTAIN, null, reason);
        return Outcome.OVER;
    }

    private Outcome doubted(Message message, Duration wait, String reason) {
        ledger.doubt(message, clock.instant().plus(wait), reason);
        return waits(message, wait);
    }

    /** Whether a reply that may have arrived has become too old to be said again. */
    boolean isStale(Message message) {
        return message.lane() == Lane.REPLY && message.isDoubted() && !isFresh(message);
    }

    private boolean isFresh(Message message) {
        return message.putAt().plus(REPLY_STAYS_FRESH).isAfter(clock.instant());
    }

    /** Nobody has failed; the gate is shut, and looks by itself whether it may open. */
    private Outcome closed(Message message, String reason) {
        log.error("channel {} may not send any more: {}", message.address().channel(), reason);
        ledger.release(message, message.dueAt(), reason, false);
        return Outcome.later(message, REPLY_WAITS);
    }

    /** Everything else that waits for the chat moves along; this message goes last, so that a crash repeats the move. */
    private Outcome follow(Message message, Address to) {
        if (message.timesMoved() >= MOST_MOVES) {
            return failed(message, new Delivery.Refused("the chat moved again and again"));
        }
        relocates.forEach(kept -> kept.relocate(message.address(), to));
        outbox.relocate(message.address(), to);
        ledger.forward(message, to);
        return Outcome.later(message, Duration.ZERO);
    }

    private Outcome failed(Message message, Delivery delivery) {
        if (delivery instanceof Delivery.Gone gone) {
            ledger.fail(message, Fault.GONE, gone.reason());
            contacts.lost(message.address());
            loses.forEach(kept -> kept.lose(message.address()));
            outbox.callOff(message.address(), List.of(Lane.REMINDER, Lane.ANNOUNCEMENT), "cannot be reached");
            return Outcome.OVER;
        }
        if (delivery instanceof Delivery.TooLarge large) {
            return tooLarge(message, large.reason());
        }
        return delivery instanceof Delivery.Barred barred
                ? noted(message, Fault.BARRED, barred.reason())
                : noted(message, Fault.REFUSED, ((Delivery.Refused) delivery).reason());
    }

    /** Whoever waits for an answer hears of it; of what goes to many, the organizers do. */
    private Outcome tooLarge(Message message, String reason) {
        if (message.lane() != Lane.REPLY) {
            return noted(message, Fault.TOO_LARGE, reason);
        }
        ledger.fail(message, Fault.TOO_LARGE, reason);
        excuse.tooLarge(message);
        return Outcome.OVER;
    }

    private Outcome noted(Message message, Fault fault, String reason) {
        log.error("{} failed for good, {}: {}", message.id(), fault, reason);
        ledger.fail(message, fault, reason);
        mishaps.stream().filter(mishap -> mishap.fault() == fault).forEach(Mishap::happens);
        return Outcome.OVER;
    }
}
