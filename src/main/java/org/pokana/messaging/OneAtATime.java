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
    private int resting;
    private boolean finished;

    OneAtATime(Executor workers, ScheduledExecutorService timer) {
        this.workers = workers;
        this.timer = timer;
    }

    /** A piece of work; says after how long it wants to be tried again, or nothing when it is done. */
    @FunctionalInterface
    interface Work {

        Optional<Duration> attempt();
    }

    /** Takes the work and returns at once; after {@link #finish} it is left for the next start. */
    synchronized void put(String key, Work work) {
        if (!finished && !begin(key, work)) {
            size++;
            java.util.Objects.requireNonNull(waiting.get(key)).add(work);
        }
    }

    /** Takes the work only if it need not wait for other work of the same key; says whether it did. */
    synchronized boolean putIfIdle(String key, Work work) {
        return !finished && begin(key, work);
    }

    private boolean begin(String key, Work work) {
        if (waiting.containsKey(key)) {
            return false;
        }
        size++;
        var queue = new ArrayDeque<Work>();
        queue.add(work);
        waiting.put(key, queue);
        start(key);
        return true;
    }

    /** How much work is waiting or being done. */
    synchronized int size() {
        return size;
    }

    private synchronized void rests(int more) {
        resting += more;
    }

    private void wakes(String key) {
        rests(-1);
        start(key);
    }

    /** Waits for what is under way, up to a limit, and then begins nothing any more; what rests is left as it is. */
    synchronized void finish(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (waiting.size() > resting && System.nanoTime() < end) {
            wait(50);
        }
        finished = true;
    }

    private synchronized boolean isFinished() {
        return finished;
    }

    private void start(String key) {
        workers.execute(() -> attempt(key));
    }

    private void attempt(String key) {
        if (isFinished()) {
            return;
        }
        var again = result(next(key));
        if (again.isPresent()) {
            rests(1);
            // a millisecond more, so as not to come too early for what is counted in less
            timer.schedule(() -> wakes(key), again.get().toMillis() + 1, TimeUnit.MILLISECONDS);
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
