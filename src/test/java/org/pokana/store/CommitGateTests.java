package org.pokana.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CommitGateTests {

    private final SlowDisk disk = new SlowDisk();
    private final CommitGate gate = new CommitGate(disk);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stopThreads() {
        disk.permits.release(1_000_000);
        threads.shutdownNow();
    }

    @Test
    void acknowledgesOnlyWhatIsOnTheDisk() {
        CompletableFuture<Object> olena = change("olena");
        await().until(() -> disk.syncing.get() == 1);
        assertThat(olena).isNotDone();

        disk.permits.release();

        assertThat(olena).succeedsWithin(5, TimeUnit.SECONDS);
        assertThat(disk.safe).containsExactly("olena");
    }

    @Test
    void sharesOneCommitAmongWritersWhoComeTogether() {
        CompletableFuture<Object> first = change("first");
        await().until(() -> disk.syncing.get() == 1);
        List<CompletableFuture<Object>> others =
                IntStream.range(0, 20).mapToObj(i -> change("other" + i)).toList();
        await().until(() -> disk.changed.size() == 20);

        disk.permits.release(2);

        assertThat(first).succeedsWithin(5, TimeUnit.SECONDS);
        assertThat(others).allSatisfy(each -> assertThat(each).succeedsWithin(5, TimeUnit.SECONDS));
        // A writer can come between the change of another and its joining; then there is a third, empty commit.
        assertThat(gate.commits()).isEqualTo(2);
    }

    @Test
    void doesNotWriteWhenNothingChanged() {
        gate.change(() -> "nothing");

        assertThat(gate.commits()).isZero();
        assertThat(disk.syncing).hasValue(0);
    }

    @Test
    void failsEveryWriterOfAFailedCommitAndAcceptsNothingAfterwards() {
        CompletableFuture<Object> first = change("first");
        await().until(() -> disk.syncing.get() == 1);
        disk.failure = new UncheckedIOException(new java.io.IOException("no space"));
        List<CompletableFuture<Object>> waiting =
                IntStream.range(0, 5).mapToObj(i -> change("waiting" + i)).toList();
        await().until(() -> disk.changed.size() == 5);

        disk.permits.release(10);

        assertThat(first).succeedsWithin(5, TimeUnit.SECONDS);
        assertThat(waiting).allSatisfy(each -> assertThat(each)
                .failsWithin(5, TimeUnit.SECONDS)
                .withThrowableThat()
                .withRootCauseInstanceOf(java.io.IOException.class));
        assertThat(disk.safe).containsExactly("first");
        assertThatThrownBy(() -> gate.change(() -> "late")).isInstanceOf(StoreFailure.class);
        assertThatThrownBy(gate::requireSound).isInstanceOf(StoreFailure.class);
    }

    @Test
    void tellsNobodyOfARefusalBeforeItsReasonIsSafe() {
        CompletableFuture<Object> olena = change("olena");
        await().until(() -> disk.syncing.get() == 1);
        CompletableFuture<Object> again = CompletableFuture.supplyAsync(
                () -> gate.change(() -> {
                    throw new IllegalStateException("olena is there already");
                }),
                threads);
        assertThat(again).isNotDone();

        disk.permits.release();

        assertThat(olena).succeedsWithin(5, TimeUnit.SECONDS);
        assertThat(again).failsWithin(5, TimeUnit.SECONDS);
        assertThat(disk.safe).containsExactly("olena");
    }

    @Test
    void runsAloneWithEverythingBeforeItOnTheDisk() {
        disk.permits.release(1_000_000);
        List<CompletableFuture<?>> all = new ArrayList<>();
        AtomicInteger inside = new AtomicInteger();
        List<String> disturbed = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 400; i++) {
            int number = i;
            all.add(CompletableFuture.runAsync(
                    () -> {
                        if (number % 20 == 0) {
                            gate.alone(() -> {
                                if (inside.get() != 0 || !disk.changed.isEmpty()) {
                                    disturbed.add("by " + inside + ", not yet safe: " + disk.changed);
                                }
                            });
                        } else {
                            gate.change(() -> {
                                inside.incrementAndGet();
                                disk.changed.add("n" + number);
                                return inside.decrementAndGet();
                            });
                        }
                    },
                    threads));
        }

        assertThat(CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)))
                .succeedsWithin(15, TimeUnit.SECONDS);
        assertThat(disturbed).isEmpty();
        assertThat(disk.safe).hasSize(380);
    }

    private CompletableFuture<Object> change(String name) {
        return CompletableFuture.supplyAsync(() -> gate.change(() -> disk.changed.add(name)), threads);
    }

    /** Reaches the disk only as often as it is permitted to. */
    private static final class SlowDisk implements CommitGate.Disk {

        private final List<String> changed = new CopyOnWriteArrayList<>();
        private final List<String> committed = new CopyOnWriteArrayList<>();
        private final List<String> safe = new CopyOnWriteArrayList<>();
        private final AtomicInteger syncing = new AtomicInteger();
        private final Semaphore permits = new Semaphore(0);
        private volatile @Nullable RuntimeException failure;

        @Override
        public boolean commit() {
            RuntimeException thrown = failure;
            if (thrown != null) {
                throw thrown;
            }
            boolean some = !changed.isEmpty();
            committed.addAll(changed);
            changed.clear();
            return some;
        }

        @Override
        public void sync() {
            syncing.incrementAndGet();
            permits.acquireUninterruptibly();
            safe.addAll(committed);
            committed.clear();
        }
    }
}
