package org.pokana.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is due in a lane, one message of each cause in turn, so that a big announcement does not hold up a small one. */
final class Turns {

    private static final int BATCH = 50;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** What became due longer ago was seen; writing it may have taken a while, and clocks differ a little. */
    private static final Duration NEW = Duration.ofSeconds(5);

    /** To look at everything takes long when much is waiting. */
    private static final Duration BETWEEN_LONG_LOOKS = Duration.ofSeconds(10);

    private final Lane lane;
    private final String channel;
    private final Waiting waiting;
    private final Clock clock;
    private final Map<String, Deque<Message>> queues = new LinkedHashMap<>();
    private Instant nextLook = Instant.EPOCH;
    private Instant nextLongLook = Instant.EPOCH;

    Turns(Lane lane, String channel, Waiting waiting, Clock clock) {
        this.lane = lane;
        this.channel = channel;
        this.waiting = waiting;
        this.clock = clock;
    }

    Optional<Message> next() {
        look();
        while (!queues.isEmpty()) {
            var cause = queues.keySet().iterator().next();
            var queue = filled(cause);
            if (!queue.isEmpty()) {
                queues.put(cause, queue); // now the last in turn
                return Optional.of(queue.poll());
            }
        }
        return Optional.empty();
    }

    private void look() {
        var now = clock.instant();
        if (now.isBefore(nextLook)) {
            return;
        }
        boolean everything = !now.isBefore(nextLongLook);
        var since = everything ? Instant.EPOCH : now.minus(NEW);
        waiting.causesDue(lane, channel, since).forEach(cause -> queues.putIfAbsent(cause, new ArrayDeque<>()));
        nextLook = now.plus(BETWEEN_LOOKS);
        if (everything) {
            nextLongLook = now.plus(BETWEEN_LONG_LOOKS);
        }
    }

    private Deque<Message> filled(String cause) {
        var queue = java.util.Objects.requireNonNull(queues.remove(cause));
        if (queue.isEmpty()) {
            queue.addAll(waiting.due(lane, channel, cause, BATCH));
        }
        return queue;
    }
}
