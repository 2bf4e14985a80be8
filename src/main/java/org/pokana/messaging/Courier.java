package org.pokana.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.pokana.contact.Contacts;
import org.pokana.kernel.Address;
import org.pokana.kernel.CrashPoint;
import org.pokana.messaging.Message.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries what is in the outbox to the channels, one message of a chat at a time, and decides what each outcome means:
 * when to wait, when to try again, when to give up and when to admit that nobody knows.
 */
public class Courier {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);

    /** A reply older than this is no answer any more; sending it twice would only confuse. */
    private static final Duration REPLY_STAYS_FRESH = Duration.ofSeconds(60);

    private static final Duration REMINDER_WAITS = Duration.ofSeconds(30);
    private static final Duration CHANNEL_IS_OFF = Duration.ofMinutes(1);
    private static final int MOST_SWEPT = 500;
    private static final int MOST_MOVES = 2;

    private final Ledger ledger;
    private final Channels channels;
    private final Contacts contacts;
    private final Outbox outbox;
    private final List<Veto> vetoes;
    private final List<Relocates> relocates;
    private final OneAtATime desk;
    private final Jitter jitter;
    private final Clock clock;

    /** What is being carried here and now is no orphan, however long the process may have slept. */
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    Courier(
            Ledger ledger,
            Channels channels,
            Contacts contacts,
            Outbox outbox,
            List<Veto> vetoes,
            List<Relocates> relocates,
            OneAtATime desk,
            Jitter jitter,
            Clock clock) {
        this.ledger = ledger;
        this.channels = channels;
        this.contacts = contacts;
        this.outbox = outbox;
        this.vetoes = vetoes;
        this.relocates = relocates;
        this.desk = desk;
        this.jitter = jitter;
        this.clock = clock;
    }

    /** Takes replies on their way at once; bulk waits for its turn. */
    void collect(List<Message> put) {
        put.stream().filter(message -> message.lane() == Lane.REPLY).forEach(this::carrySoon);
    }

    private void carrySoon(Message reply) {
        desk.put(reply.to(), () -> carry(reply.id()).again());
    }

    /**
     * What came of carrying one message.
     *
     * @param again when to try it again, if it is to be tried soon by whoever holds it
     * @param throttled how long the channel asked us to be quiet, if it did
     * @param silent the service did not answer at all
     */
    record Outcome(Optional<Duration> again, Optional<Duration> throttled, boolean silent) {

        static final Outcome OVER = new Outcome(Optional.empty(), Optional.empty(), false);
    }

    Outcome carry(String id) {
        return ledger.claim(id).map(this::carryNoted).orElse(Outcome.OVER);
    }

    private Outcome carryNoted(Message message) {
        CrashPoint.CLAIMED.hit();
        underWay.add(message.id());
        try {
            return carryClaimed(message);
        } finally {
            underWay.remove(message.id());
        }
    }

    private Outcome carryClaimed(Message message) {
        var channel = channels.of(message.address());
        if (channel.isEmpty()) {
            ledger.release(message, clock.instant().plus(CHANNEL_IS_OFF), "the channel is switched off", false);
            return Outcome.OVER;
        }
        if (calledOff(message)) {
            return Outcome.OVER;
        }
        if (!ledger.holds(message)) {
            ledger.neverLeft(message);
            return Outcome.OVER;
        }
        var delivery = hand(channel.get(), message);
        CrashPoint.ACCEPTED.hit();
        var outcome = judge(message, delivery);
        CrashPoint.NOTED.hit();
        return outcome;
    }

    private boolean calledOff(Message message) {
        var latest = message.notAfter();
        if (latest != null && !clock.instant().isBefore(latest)) {
            ledger.settle(message, State.EXPIRED, null, "its time passed");
            return true;
        }
        if (message.lane() == Lane.REPLY) {
            return false;
        }
        for (Veto veto : vetoes) {
            var objection = veto.against(message);
            if (objection.isPresent()) {
                respect(objection.get(), message);
                return true;
            }
        }
        return false;
    }

    private void respect(Veto.Objection objection, Message message) {
        var retryAt = objection.retryAt();
        if (retryAt == null) {
            ledger.settle(message, State.SUPERSEDED, null, objection.reason());
        } else {
            ledger.release(message, retryAt, objection.reason(), false);
        }
    }

    /** Edits where an earlier message is to be replaced and can be; sends otherwise. */
    private Delivery hand(Channel channel, Message message) {
        try {
            var earlier = earlierReceipt(message);
            if (earlier.isPresent() && channel instanceof Channel.Editable editable) {
                var edited = editable.edit(message.address(), earlier.get(), message.content(), message.lane());
                if (!(edited instanceof Delivery.Refused)) {
                    return edited;
                }
                if (!ledger.holds(message)) {
                    return new Delivery.NotSent("somebody else carries it now");
                }
            }
            if (channel instanceof Channel.Once once) {
                return once.sendOnce(message.id(), message.address(), message.content(), message.lane());
            }
            return channel.send(message.address(), message.content(), message.lane());
        } catch (RuntimeException bug) { // a channel never throws for what its service answers
            log.error("channel {} failed on {}", channel.name(), message.id(), bug);
            return new Delivery.Uncertain(bug.getClass().getSimpleName());
        }
    }

    private Optional<String> earlierReceipt(Message message) {
        if (message.replaces() != null) {
            return Optional.of(message.replaces());
        }
        return Optional.ofNullable(message.amends()).flatMap(ledger::find).map(Message::receipt);
    }

    private Outcome judge(Message message, Delivery delivery) {
        if (delivery instanceof Delivery.Delivered delivered) {
            ledger.settle(message, State.SENT, delivered.receipt(), null);
            return Outcome.OVER;
        }
        if (delivery instanceof Delivery.TryLater later) {
            var wait = later.after().plus(jitter.upTo(Duration.ofSeconds(1)));
            ledger.release(message, clock.instant().plus(wait), "throttled", false);
            return new Outcome(soon(message, wait), Optional.of(wait), false);
        }
        if (delivery instanceof Delivery.NotSent notSent) {
            return again(message, backOff(message.attempt()), notSent.reason());
        }
        if (delivery instanceof Delivery.Uncertain uncertain) {
            return nobodyKnows(message, Duration.ofSeconds(1), uncertain.reason());
        }
        return delivery instanceof Delivery.Moved moved ? follow(message, moved.to()) : refused(message, delivery);
    }

    /** Everything else that waits for the chat moves along; this message goes last, so that a crash repeats the move. */
    private Outcome follow(Message message, Address to) {
        if (message.attempt() > MOST_MOVES) {
            return refused(message, new Delivery.Refused("the chat moved again and again"));
        }
        relocates.forEach(kept -> kept.relocate(message.address(), to));
        outbox.relocate(message.address(), to);
        ledger.forward(message, to);
        return new Outcome(soon(message, Duration.ZERO), Optional.empty(), false);
    }

    private Outcome refused(Message message, Delivery delivery) {
        if (delivery instanceof Delivery.Closed closed) {
            log.error("channel {} may not send any more: {}", message.address().channel(), closed.reason());
            ledger.release(message, clock.instant().plus(CHANNEL_IS_OFF), closed.reason(), false);
            return Outcome.OVER;
        }
        if (delivery instanceof Delivery.Gone gone) {
            ledger.settle(message, State.FAILED, null, gone.reason());
            contacts.lost(message.address());
            outbox.callOff(message.contact(), List.of(Lane.REMINDER, Lane.ANNOUNCEMENT), "cannot be reached");
            return Outcome.OVER;
        }
        var reason = ((Delivery.Refused) delivery).reason();
        log.error("{} was refused: {}", message.id(), reason);
        ledger.settle(message, State.FAILED, null, reason);
        return Outcome.OVER;
    }

    /**
     * It may have arrived. A fresh reply and a reminder are worth the risk of a second copy, once; an announcement is
     * not: the organizer sees how many are uncertain and decides.
     */
    private Outcome nobodyKnows(Message message, Duration wait, String reason) {
        boolean second = message.attempt() > 1;
        boolean fresh = message.putAt().plus(REPLY_STAYS_FRESH).isAfter(clock.instant());
        if (!second && message.lane() == Lane.REPLY && fresh) {
            return again(message, wait, reason);
        }
        if (!second && message.lane() == Lane.REMINDER) {
            return again(message, REMINDER_WAITS, reason);
        }
        ledger.settle(message, State.UNCERTAIN, null, reason);
        return new Outcome(Optional.empty(), Optional.empty(), true);
    }

    private Outcome again(Message message, Duration wait, String reason) {
        ledger.release(message, clock.instant().plus(wait), reason, true);
        return new Outcome(soon(message, wait), Optional.empty(), true);
    }

    /** Replies keep their place in the chat while they wait; bulk goes back to the outbox. */
    private static Optional<Duration> soon(Message message, Duration wait) {
        return message.lane() == Lane.REPLY ? Optional.of(wait) : Optional.empty();
    }

    private Duration backOff(int attempt) {
        var longest = Duration.ofSeconds(Math.min(300, 1L << Math.min(attempt, 9)));
        return longest.dividedBy(2).plus(jitter.upTo(longest.dividedBy(2)));
    }

    /**
     * Takes care of what others left behind: messages whose sender fell silent, and replies nobody carried.
     *
     * @param leasesUntil take what is leased no longer than until then; later than now only when no other instance
     *     can be alive
     */
    public void takeOver(Instant leasesUntil) {
        ledger.orphans(leasesUntil, MOST_SWEPT).stream().filter(this::isSilent).forEach(orphan -> {
            // at once: what is said after it in the chat must not overtake it
            if (nobodyKnows(orphan, Duration.ZERO, "the sender fell silent")
                    .again()
                    .isPresent()) {
                carrySoon(orphan);
            }
        });
        var age = leasesUntil.isAfter(clock.instant()) ? Duration.ZERO : Duration.ofSeconds(5);
        ledger.overdueReplies(age, MOST_SWEPT).forEach(this::carrySoon);
    }

    private boolean isSilent(Message orphan) {
        return !underWay.contains(orphan.id());
    }
}
