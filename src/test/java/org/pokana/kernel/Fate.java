package org.pokana.kernel;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** What happens to this process at a crash point; the latest word counts. */
public final class Fate {

    private static volatile CountDownLatch waiting = new CountDownLatch(0);

    private Fate() {}

    /**
     * Dies as if somebody had pulled the plug.
     *
     * @param hit dies when the point is reached for the so-manieth time
     * @param later the thread stops there at once, the process only after this
     */
    public static void diesAt(CrashPoint point, int hit, Duration later) {
        var left = new AtomicInteger(hit);
        CrashPoint.decidedBy(reached -> {
            if (reached == point && left.decrementAndGet() == 0) {
                sleep(later);
                Runtime.getRuntime().halt(137);
            }
        });
    }

    /** The first thread that reaches the point waits there until told to {@link #goOn}. */
    public static void waitsAt(CrashPoint point, Runnable told) {
        var here = new CountDownLatch(1);
        var left = new AtomicInteger(1);
        waiting = here;
        CrashPoint.decidedBy(reached -> {
            if (reached == point && left.getAndDecrement() == 1) {
                told.run();
                await(here);
            }
        });
    }

    public static void goOn() {
        waiting.countDown();
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
