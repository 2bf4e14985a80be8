package org.pokana.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How much leaves by a channel within a second while there is bulk among it. A reply that comes on top of that waits for
 * a moment, because it would wait longer if the service turned it away; but never for more than a second. Once the
 * service has turned something away, replies alone keep to it, too: what piled up must not be turned away all at once.
 *
 * <p>When exactly a message reached the service we do not know: it counts from when it left until a second after the
 * service answered, so that what is slow on its way does not arrive together with what left later.
 */
final class Ceiling {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final Duration BRIEFLY = Duration.ofMillis(20);

    /** Longer no call takes. */
    private static final Duration LOST = Duration.ofMinutes(1);

    private final int most;
    private final Clock clock;
    private final Map<String, Sent> underWay = new HashMap<>();
    private final Deque<Sent> answered = new ArrayDeque<>();
    private Instant lastBulk = Instant.EPOCH;
    private Instant strictUntil = Instant.EPOCH;

    /** @param weight how many messages the service counts it as */
    private record Sent(Instant at, int weight) {}

    Ceiling(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    synchronized Duration restOfBulk() {
        return rest(1);
    }

    synchronized Duration rest(Message reply) {
        var now = clock.instant();
        if (now.isBefore(strictUntil)) {
            return rest(weight(reply));
        }
        boolean unhindered = !lastBulk.plus(SECOND).isAfter(now)
                || !reply.putAt().plus(SECOND).isAfter(now);
        return unhindered ? Duration.ZERO : rest(weight(reply));
    }

    private Duration rest(int weight) {
        var now = clock.instant();
        while (!answered.isEmpty() && !answered.peekFirst().at().plus(SECOND).isAfter(now)) {
            answered.removeFirst();
        }
        underWay.values().removeIf(sent -> sent.at().plus(LOST).isBefore(now));
        int counted = sum(underWay.values()) + sum(answered);
        if (counted == 0 || counted + weight <= most) {
            return Duration.ZERO;
        }
        return answered.isEmpty()
                ? BRIEFLY
                : Duration.between(now, answered.peekFirst().at().plus(SECOND));
    }

    private static int sum(Iterable<Sent> some) {
        int sum = 0;
        for (Sent sent : some) {
            sum += sent.weight();
        }
        return sum;
    }

    /** The service asked for quiet until then. */
    synchronized void turnedAway(Instant until) {
        var remembered = until.plus(REMEMBERED);
        strictUntil = remembered.isAfter(strictUntil) ? remembered : strictUntil;
    }

    /** Zero takes the place, until {@link #answered} or {@link #stayed}. */
    synchronized Duration enter(Message message) {
        boolean reply = message.lane() == Lane.REPLY;
        var rest = reply ? rest(message) : rest(weight(message));
        if (rest.isZero()) {
            var now = clock.instant();
            underWay.put(message.id(), new Sent(now, weight(message)));
            lastBulk = reply ? lastBulk : now;
        }
        return rest;
    }

    synchronized void answered(Message message) {
        var sent = underWay.remove(message.id());
        if (sent != null) {
            answered.addLast(new Sent(clock.instant(), sent.weight()));
        }
    }

    /** It did not leave after all. */
    synchronized void stayed(Message message) {
        underWay.remove(message.id());
    }

    /** Pictures side by side are as many messages as they are pictures. */
    private static int weight(Message message) {
        return message.content() instanceof Content.Media media
                ? Math.max(1, media.items().size())
                : 1;
    }
}
