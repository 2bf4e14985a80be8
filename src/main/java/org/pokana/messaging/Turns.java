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

    private final Lane lane;
    private final String channel;
    private final Ledger ledger;
    private final Clock clock;
    private final Map<String, Deque<Message>> queues = new LinkedHashMap<>();
    private Instant nextLook = Instant.EPOCH;

    Turns(Lane lane, String channel, Ledger ledger, Clock clock) {
        this.lane = lane;
        this.channel = channel;
        this.ledger = ledger;
        this.clock = clock;
    }

    Optional<Message> next() {
        if (!clock.instant().isBefore(nextLook)) {
            ledger.causesDue(lane, channel).forEach(cause -> queues.putIfAbsent(cause, new ArrayDeque<>()));
            nextLook = clock.instant().plus(BETWEEN_LOOKS);
        }
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

    private Deque<Message> filled(String cause) {
        var queue = java.util.Objects.requireNonNull(queues.remove(cause));
        if (queue.isEmpty()) {
            queue.addAll(ledger.due(lane, channel, cause, BATCH));
        }
        return queue;
    }

    /** It could not leave just now and is the first of its cause again. */
    void giveBack(Message message) {
        queues.computeIfAbsent(message.cause(), any -> new ArrayDeque<>()).addFirst(message);
    }
}
