package org.pokana.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.CrashPoint;
import org.pokana.messaging.Judge.Outcome;
import org.pokana.messaging.Message.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries what is in the outbox to the channels, one message of a chat at a time: while the gate is open, if nobody
 * objects, and then as the {@link Judge} decides.
 */
public class Courier {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);

    private static final Duration NEXT_PART = Duration.ofSeconds(1);
    private static final Duration CHANNEL_IS_OFF = Duration.ofMinutes(1);
    private static final int MOST_SWEPT = 500;

    private final Ledger ledger;
    private final Waiting waiting;
    private final Gates gates;
    private final List<Veto> vetoes;
    private final Judge judge;
    private final OneAtATime desk;
    private final Clock clock;
    private final Set<String> atHand = ConcurrentHashMap.newKeySet();

    /** What is being carried here and now is no orphan, however long the process may have slept. */
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    Courier(Ledger ledger, Waiting waiting, Gates gates, List<Veto> vetoes, Judge judge, OneAtATime desk, Clock clock) {
        this.ledger = ledger;
        this.waiting = waiting;
        this.gates = gates;
        this.vetoes = vetoes;
        this.judge = judge;
        this.desk = desk;
        this.clock = clock;
    }

    /** Takes replies on their way at once; bulk waits for its turn. */
    void collect(List<Message> put) {
        put.stream()
                .filter(message ->
                        message.lane() == Lane.REPLY && !message.dueAt().isAfter(clock.instant()))
                .forEach(this::carrySoon);
    }

    /** One that is at hand already keeps its place. */
    private void carrySoon(Message reply) {
        if (atHand.add(reply.id())) {
            desk.put(reply.to(), () -> carryAtHand(reply));
        }
    }

    private Optional<Duration> carryAtHand(Message reply) {
        Optional<Duration> again = Optional.empty();
        try {
            again = carry(reply).again();
        } finally {
            if (again.isEmpty()) {
                atHand.remove(reply.id());
            }
        }
        return again;
    }

    Outcome carry(Message message) {
        var gate = gates.of(message.address());
        var rest = gate.map(channel -> channel.rest(message)).orElse(Duration.ZERO);
        if (!rest.isZero()) {
            return Outcome.later(message, rest);
        }
        if (message.dueAt().isAfter(clock.instant())) {
            return Outcome.later(message, Duration.between(clock.instant(), message.dueAt()));
        }
        return ledger.claim(message.id())
                .map(claimed -> carryNoted(claimed, gate.orElse(null)))
                .orElse(Outcome.OVER);
    }

    private Outcome carryNoted(Message message, @Nullable Gate gate) {
        CrashPoint.CLAIMED.hit();
        underWay.add(message.id());
        try {
            return carryClaimed(message, gate);
        } finally {
            underWay.remove(message.id());
        }
    }

    private Outcome carryClaimed(Message message, @Nullable Gate gate) {
        var before = message.continues().flatMap(ledger::find);
        if (before.filter(part -> !part.state().isFinal()).isPresent()) {
            ledger.release(message, clock.instant().plus(NEXT_PART), "follows what has not left yet", false);
            return Outcome.later(message, NEXT_PART);
        }
        boolean begun = before.filter(part -> part.state() == State.SENT).isPresent();
        if (calledOff(message, begun)) {
            return Outcome.OVER;
        }
        if (gate == null) {
            ledger.release(message, clock.instant().plus(CHANNEL_IS_OFF), "the channel is switched off", false);
            return Outcome.OVER;
        }
        var closed = gate.enter(message);
        if (closed.isZero() && !gate.isBack()) {
            closed = gate.rest(message);
        }
        if (!closed.isZero()) {
            gate.stayed(message);
            ledger.release(message, message.dueAt(), "the channel is closed for now", false);
            return Outcome.later(message, closed);
        }
        if (!ledger.holds(message)) {
            gate.stayed(message);
            ledger.neverLeft(message);
            return Outcome.OVER;
        }
        var delivery = hand(gate.channel(), message);
        CrashPoint.ACCEPTED.hit();
        var outcome = judge.judge(message, delivery, gate);
        CrashPoint.NOTED.hit();
        return outcome;
    }

    /** Half a message helps nobody: what has begun is finished even if its time passes meanwhile. */
    private boolean calledOff(Message message, boolean begun) {
        if (!begun && !clock.instant().isBefore(message.latest())) {
            ledger.settle(message, State.EXPIRED, null, "its time passed");
            return true;
        }
        if (judge.isStale(message)) {
            ledger.settle(message, State.UNCERTAIN, null, "too old to be said again");
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
            ledger.postpone(message, retryAt, objection.reason());
        }
    }

    /** Edits where an earlier message is to be replaced and can be; sends otherwise. */
    private Delivery hand(Channel channel, Message message) {
        try {
            var earlier = earlierReceipt(message);
            if (message.content() instanceof Content.Withdrawal) {
                return takeBack(channel, message, earlier);
            }
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

    private static Delivery takeBack(Channel channel, Message message, Optional<String> receipt) {
        return receipt.isPresent() && channel instanceof Channel.Deletable deletable
                ? deletable.delete(message.address(), receipt.get(), message.lane())
                : new Delivery.Refused("it cannot be taken back");
    }

    private Optional<String> earlierReceipt(Message message) {
        if (message.replaces() != null) {
            return Optional.of(message.replaces());
        }
        return Optional.ofNullable(message.amends()).flatMap(ledger::find).map(Message::receipt);
    }

    /**
     * Takes care of what others left behind: messages whose sender fell silent, and replies nobody carried.
     *
     * @param leasesUntil take what is leased no longer than until then; later than now only when no other instance
     *     can be alive
     */
    public void takeOver(Instant leasesUntil) {
        waiting.orphans(leasesUntil, MOST_SWEPT).stream().filter(this::isSilent).forEach(orphan -> {
            // at once: what is said after it in the chat must not overtake it
            if (judge.nobodyKnows(orphan, Duration.ZERO, "the sender fell silent")
                    .again()
                    .isPresent()) {
                carrySoon(orphan);
            }
        });
        boolean alone = leasesUntil.isAfter(clock.instant());
        var left = alone ? waiting.replies(MOST_SWEPT) : waiting.overdueReplies(Duration.ofSeconds(5), MOST_SWEPT);
        left.forEach(this::carrySoon);
    }

    private boolean isSilent(Message orphan) {
        return !underWay.contains(orphan.id());
    }
}
