package org.pokana.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a writer go on only when its change is on the disk; writers that come together share one commit.
 *
 * <p>Changes run side by side under the read lock, a commit alone under the write lock, so a commit never contains half
 * a command. A writer joins the batch that is still open after it has let go of the read lock; the first of a batch
 * commits for all. Nobody waits for a batch while holding a lock, and {@code committing} is always taken before
 * {@code changes}.
 */
final class CommitGate {

    private final Disk disk;
    private final ReentrantReadWriteLock changes = new ReentrantReadWriteLock(true);
    private final ReentrantLock committing = new ReentrantLock();
    private final LongAdder commits = new LongAdder();
    private CompletableFuture<@Nullable Void> batch = new CompletableFuture<>();
    private boolean batchHasFirst;
    private volatile @Nullable Throwable failure;

    CommitGate(Disk disk) {
        this.disk = disk;
    }

    /** Makes the change and returns once it is safe; also when it was refused, for the reason may be another's change. */
    <T> T change(Supplier<T> change) {
        requireSound();
        changes.readLock().lock();
        try {
            return change.get();
        } finally {
            changes.readLock().unlock();
            awaitCommit();
        }
    }

    /** Runs alone, with everything before it on the disk. */
    void alone(Runnable work) {
        requireSound();
        committing.lock();
        try {
            changes.writeLock().lock();
            try {
                commit();
                work.run();
            } finally {
                changes.writeLock().unlock();
            }
        } finally {
            committing.unlock();
        }
    }

    /** Throws once a commit has failed: what is in memory is then not what is on the disk, and only a restart helps. */
    void requireSound() {
        Throwable cause = failure;
        if (cause != null) {
            throw notOnDisk(cause);
        }
    }

    boolean isSound() {
        return failure == null;
    }

    long commits() {
        return commits.sum();
    }

    private void awaitCommit() {
        CompletableFuture<@Nullable Void> mine;
        boolean first;
        synchronized (this) {
            mine = batch;
            first = !batchHasFirst;
            batchHasFirst = true;
        }
        if (first) {
            commitFor(mine);
        }
        try {
            mine.join();
        } catch (CompletionException e) {
            throw notOnDisk(e.getCause() == null ? e : e.getCause());
        }
    }

    private void commitFor(CompletableFuture<@Nullable Void> mine) {
        committing.lock();
        try {
            synchronized (this) {
                batch = new CompletableFuture<>();
                batchHasFirst = false;
            }
            commit();
            mine.complete(null);
        } catch (Throwable e) {
            mine.completeExceptionally(e);
        } finally {
            committing.unlock();
        }
    }

    private void commit() {
        requireSound();
        try {
            // Without the lock: the next changes may be made while this one reaches the disk.
            if (isHandedOver()) {
                disk.sync();
                commits.increment();
            }
        } catch (Throwable e) {
            failure = e;
            throw e;
        }
    }

    private boolean isHandedOver() {
        changes.writeLock().lock();
        try {
            return disk.commit();
        } finally {
            changes.writeLock().unlock();
        }
    }

    private static StoreFailure notOnDisk(Throwable cause) {
        return cause instanceof StoreFailure known ? known : StoreFailure.notWritten(cause);
    }

    /** Where committed changes go. */
    interface Disk {

        /** Hands all changes to the operating system; false if there were none. */
        boolean commit();

        /** Returns when the operating system has everything on the disk. */
        void sync();
    }
}
