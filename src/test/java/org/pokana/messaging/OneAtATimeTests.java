package org.pokana.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OneAtATimeTests {

    private final ExecutorService workers = Executors.newFixedThreadPool(8);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final OneAtATime desk = new OneAtATime(workers, timer);
    private final List<String> done = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        workers.shutdownNow();
        timer.shutdownNow();
    }

    @Test
    void keepsTheOrderOfEachKey() {
        for (int i = 0; i < 200; i++) {
            var name = String.valueOf(i);
            desk.put("olena", () -> note(name));
        }
        await().until(() -> done.size() == 200);

        assertThat(done).isSortedAccordingTo((a, b) -> Integer.compare(Integer.parseInt(a), Integer.parseInt(b)));
    }

    @Test
    void letsNobodyWaitForAnother() throws InterruptedException {
        var held = new CountDownLatch(1);
        desk.put("olena", () -> {
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return note("olena");
        });
        desk.put("ivan", () -> note("ivan"));
        await().until(() -> done.contains("ivan"));
        assertThat(done).doesNotContain("olena");
        held.countDown();
        await().until(() -> done.contains("olena"));
    }

    @Test
    void triesAgainBeforeWhatWaitsBehind() {
        var attempts = new AtomicInteger();
        desk.put("olena", () -> attempts.incrementAndGet() < 3 ? Optional.of(Duration.ofMillis(5)) : note("first"));
        desk.put("olena", () -> note("second"));
        await().until(() -> done.size() == 2);

        assertThat(done).containsExactly("first", "second");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void goesOnAfterABug() {
        desk.put("olena", () -> {
            throw new IllegalStateException("on purpose");
        });
        desk.put("olena", () -> note("next"));
        await().until(() -> done.contains("next"));
    }

    @Test
    void finishesWhatIsUnderWayAndBeginsNothingMore() throws InterruptedException {
        var begun = new CountDownLatch(1);
        desk.put("olena", () -> {
            begun.countDown();
            return note("under way");
        });
        desk.put("ivan", () -> Optional.of(Duration.ofHours(1)));
        begun.await();
        desk.finish(Duration.ofSeconds(10));
        desk.put("olena", () -> note("too late"));

        assertThat(done).containsExactly("under way");
    }

    private Optional<Duration> note(String name) {
        done.add(name);
        return Optional.empty();
    }
}
