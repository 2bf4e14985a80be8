package org.pokana.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Address;

/**
 * Whether anything may leave by a channel just now: not while its service asked for quiet or does not answer, and in one
 * chat not too fast. When it opens again, the replies that waited go first.
 */
final class Gate {

    /** Two chats that are told to wait within this mean that all should. */
    private static final Duration TOGETHER = Duration.ofSeconds(10);

    private static final Duration LATE = Duration.ofSeconds(2);
    private static final Duration BRIEFLY = Duration.ofMillis(50);

    private final Channel channel;
    private final Silence silence;
    private final Breaker breaker;
    private final Rhythm rhythm;
    private final Ceiling ceiling;
    private final Clock clock;
    private final Map<String, Instant> repliesBack = new HashMap<>();
    private @Nullable Quiet lastQuiet;
    private volatile Runnable replyLeaves = () -> {};

    private record Quiet(Address chat, Instant at, Instant until) {}

    Gate(Channel channel, Silence silence, Clock clock) {
        this.channel = channel;
        this.silence = silence;
        this.breaker = new Breaker(clock);
        this.rhythm = new Rhythm(channel, clock);
        this.ceiling = new Ceiling(channel.mostASecond(), clock);
        this.clock = clock;
    }

    Channel channel() {
        return channel;
    }

    /** Whoever sends in bulk has to know of each reply: the service counts them together. */
    void tellOfReplies(Runnable replyLeaves) {
        this.replyLeaves = replyLeaves;
    }

    /** How long this message has to wait before it is worth a look. */
    Duration rest(Message message) {
        var closed = longest(silence.left(), breaker.rest());
        if (message.lane() != Lane.REPLY) {
            return longest(closed, longest(repliesFirst(), rhythm.rest(message.address())));
        }
        queue(message, closed);
        return longest(longest(closed, ceiling.rest(message)), rhythm.rest(message.address()));
    }

    /** The same for bulk as a whole. */
    Duration restOfBulk() {
        var closed = longest(silence.left(), breaker.rest());
        return closed.isZero() ? longest(repliesFirst(), ceiling.restOfBulk()) : closed;
    }

    private synchronized void queue(Message reply, Duration closed) {
        if (closed.isZero()) {
            repliesBack.remove(reply.id());
        } else {
            repliesBack.put(reply.id(), clock.instant().plus(closed).plus(LATE));
        }
    }

    /** One that does not come back in time is not waited for. */
    private synchronized Duration repliesFirst() {
        repliesBack.values().removeIf(clock.instant()::isAfter);
        return repliesBack.isEmpty() ? Duration.ZERO : BRIEFLY;
    }

    /** Zero lets it through, right before the call; how that ended must be told with {@link #ended}. */
    Duration enter(Message message) {
        var left = rest(message);
        if (left.isZero()) {
            left = ceiling.enter(message);
        }
        if (!left.isZero()) {
            return left;
        }
        left = breaker.enter();
        if (left.isZero()) {
            rhythm.beat(message.address());
            if (message.lane() == Lane.REPLY) {
                replyLeaves.run();
            }
        } else if (message.lane() == Lane.REPLY) {
            queue(message, left);
        }
        if (!left.isZero()) {
            ceiling.stayed(message);
        }
        return left;
    }

    /** It was let through and did not leave. */
    void stayed(Message message) {
        ceiling.stayed(message);
    }

    /** Looks whether a service that fell silent is back, without risking a message where that can be done. */
    boolean isBack() {
        if (!breaker.isOpen() || !(channel instanceof Channel.Answering answering) || answering.answers()) {
            return true;
        }
        breaker.silent();
        return false;
    }

    void ended(Message message, Delivery delivery) {
        ceiling.answered(message);
        if (delivery instanceof Delivery.NotSent || delivery instanceof Delivery.Uncertain) {
            breaker.silent();
        } else if (delivery instanceof Delivery.Closed) {
            breaker.shut();
        } else {
            breaker.answered();
        }
    }

    /** Whether it is the service that does not answer, rather than one call that failed. */
    boolean isShut() {
        return breaker.isOpen();
    }

    /** A reply was told to wait: its chat does, and if that is no longer the only one, everybody. */
    synchronized void quiet(Address chat, Instant until) {
        rhythm.pause(chat, until);
        ceiling.turnedAway(until);
        var now = clock.instant();
        var other = lastQuiet;
        if (other != null
                && !other.chat().equals(chat)
                && !now.isAfter(other.at().plus(TOGETHER))) {
            silence.keepUntil(other.until().isAfter(until) ? other.until() : until);
        }
        lastQuiet = new Quiet(chat, now, until);
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
