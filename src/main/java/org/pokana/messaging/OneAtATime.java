package org.pokana.messaging;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does work one piece at a time and in order for each key, and for different keys in parallel. */
final class OneAtATime {

    private static final Logger log = LoggerFactory.getLogger(OneAtATime.class);

    private final Executor workers;
    private final ScheduledExecutorService timer;
    private final Map<String, Deque<Work>> waiting = new HashMap<>();
    private int size;

    OneAtATime(Executor workers, ScheduledExecutorService timer) {
        this.workers = workers;
        this.timer = timer;
    }

    /** A piece of work; says after how long it wants to be tried again, or nothing when it is done. */
    @FunctionalInterface
    interface Work {

        Optional<Duration> attempt();
    }

    /** Takes the work and returns at once. */
    synchronized void put(String key, Work work) {
        size++;
        var queue = waiting.get(key);
        if (queue != null) {
            queue.add(work);
            return;
        }
        queue = new ArrayDeque<>();
        queue.add(work);
        waiting.put(key, queue);
        start(key);
    }

    /** How much work is waiting or being done. */
    synchronized int size() {
        return size;
    }

    private void start(String key) {
        workers.execute(() -> attempt(key));
    }

    private void attempt(String key) {
        var again = result(next(key));
        if (again.isPresent()) {
            timer.schedule(() -> start(key), again.get().toMillis(), TimeUnit.MILLISECONDS);
            return;
        }
        if (done(key)) {
            start(key);
        }
    }

    private static Optional<Duration> result(Work work) {
        try {
            return work.attempt();
        } catch (Throwable bug) { // must not stop what waits behind it
            log.error("a piece of work failed for good", bug);
            return Optional.empty();
        }
    }

    private synchronized Work next(String key) {
        return java.util.Objects.requireNonNull(waiting.get(key)).getFirst();
    }

    /** Whether more waits under the key. */
    private synchronized boolean done(String key) {
        size--;
        var queue = java.util.Objects.requireNonNull(waiting.get(key));
        queue.removeFirst();
        if (queue.isEmpty()) {
            waiting.remove(key);
            return false;
        }
        return true;
    }
}
