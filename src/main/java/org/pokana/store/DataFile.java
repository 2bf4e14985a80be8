package org.pokana.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one file the embedded store keeps everything in; it is opened whole or not at all.
 *
 * <p>It is never compacted in place by moving its parts: at start it may be written anew beside itself, and while it is
 * open its space is reused.
 */
final class DataFile implements CommitGate.Disk, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DataFile.class);

    private static final String ABOUT = "pokana";
    private static final String FORMAT = "format";
    private static final String COPY = "copy";

    /** Two headers and one version. */
    private static final int SMALLEST_BYTES = 3 * 4096;

    private static final int CACHE_MEGABYTES = 16;

    /** The header may point at a version some twenty commits old, whose place must not be used again before. */
    private static final int KEPT_VERSIONS = 30;

    /** Below this nothing more is accepted, so that the disk never fills up in the middle of a commit. */
    private static final long RESERVED_BYTES = 64L << 20;

    private static final long REWRITTEN_FROM_BYTES = 16L << 20;
    private static final int REWRITTEN_BELOW_PERCENT = 60;

    /**
     * Each commit leaves replaced pages behind; without tidying the file grows by some kilobytes with each. A little often,
     * because everybody waits meanwhile: as much at once as a thousand commits leave takes a third of a second.
     */
    private static final int COMMITS_BETWEEN_TIDYING = 25;

    private static final int A_LITTLE_BYTES = 200 << 10;
    private static final int TIDY_PERCENT = 80;
    private static final int TIDY_BYTES = 8 << 20;
    private static final int MOST_TIDYING_ROUNDS = 100;

    private final Path path;
    private final MVStore store;
    private final DataLock lock;
    private long commits;

    DataFile(Path path, MVStore store, DataLock lock) {
        this.path = path;
        this.store = store;
        this.lock = lock;
    }

    static DataFile open(Path path, Path backups, DataLock lock) {
        try {
            if (Files.notExists(path)) {
                create(path, new DataMaps(MVStore.open(null)));
            }
        } catch (IOException | MVStoreException e) {
            throw StoreFailure.notWritable(path, e);
        }
        try {
            DataFile file = checked(path, lock);
            return file.isWasteful() ? file.rewritten() : file;
        } catch (IOException | RuntimeException e) {
            throw StoreFailure.damaged(path, backups, e);
        }
    }

    /** Under another name until it is complete: an incomplete data file is then always a damaged one. */
    private static void create(Path path, DataMaps content) throws IOException {
        Path unfinished = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        try (MVStore store = simply(unfinished)) {
            content.copyTo(new DataMaps(store));
            store.<String, Object>openMap(ABOUT).put(FORMAT, 1);
            store.<String, Object>openMap(ABOUT).put(COPY, true);
        }
        moveSafely(unfinished, path);
    }

    static void moveSafely(Path from, Path to) throws IOException {
        try (FileChannel channel = FileChannel.open(from, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(to.resolveSibling("."), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // Some systems cannot open a folder; they then write its entries by themselves.
        }
    }

    private static DataFile checked(Path path, DataLock lock) throws IOException {
        if (Files.size(path) < SMALLEST_BYTES) {
            throw new IOException("the end is missing");
        }
        MVStore store = opened(path.toString());
        DataFile file = new DataFile(path, store, lock);
        try {
            file.check();
            return file;
        } catch (IOException | RuntimeException e) {
            store.closeImmediately();
            throw e;
        }
    }

    private DataFile rewritten() throws IOException {
        try {
            create(path, new DataMaps(store));
        } catch (IOException | MVStoreException e) {
            log.warn("{} could not be written anew and is used as it is.", path, e);
            return this;
        }
        store.closeImmediately();
        return checked(path, lock);
    }

    private static MVStore simply(Path path) {
        return new MVStore.Builder().fileName(path.toString()).compress().open();
    }

    static MVStore opened(String name) {
        MVStore store = new MVStore.Builder()
                .adoptFileStore(OrderedFile.open(name, CACHE_MEGABYTES))
                // A commit in the middle of a command would keep half of it.
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                // Not compressed: that takes a third of a commit's time. Copies are.
                .open();
        store.setRetentionTime(0);
        store.setVersionsToKeep(KEPT_VERSIONS);
        return store;
    }

    private void check() throws IOException {
        MVMap<String, Object> about = store.openMap(ABOUT);
        if (!Integer.valueOf(1).equals(about.get(FORMAT))) {
            throw new IOException("this is not a data file of Pokana");
        }
        // The file's own way out of damage is to open an older version, which would lose what was confirmed since.
        if (store.getCurrentVersion() < lock.version() && !about.containsKey(COPY)) {
            throw new IOException("the newest part cannot be read");
        }
        new DataMaps(store).readAll();
        about.remove(COPY);
        commitAndSync();
    }

    /** Says in a copy that it may be older than what was there before; fails if the copy is not good. */
    static void markAsCopy(Path copy) {
        try (MVStore store = simply(copy)) {
            store.<String, Object>openMap(ABOUT).put(COPY, true);
        }
    }

    MVStore store() {
        return store;
    }

    Path path() {
        return path;
    }

    /** Refuses while nothing has been changed yet, so that giving up is safe and passes when there is room again. */
    void requireRoom() {
        if (path.toFile().getUsableSpace() < RESERVED_BYTES) {
            throw StoreFailure.diskFull(path);
        }
    }

    @Override
    public boolean commit() {
        if (!store.hasUnsavedChanges()) {
            return false;
        }
        if (++commits % COMMITS_BETWEEN_TIDYING == 0) {
            store.compact(TIDY_PERCENT, A_LITTLE_BYTES);
        }
        store.commit();
        return true;
    }

    @Override
    public void sync() {
        store.sync();
        try {
            lock.remember(store.getCurrentVersion());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the space of what was overwritten usable again; to be called when nobody writes. */
    void compact() {
        for (int round = 0; round < MOST_TIDYING_ROUNDS && store.compact(TIDY_PERCENT, TIDY_BYTES); round++) {
            commitAndSync();
        }
        // Old versions give their space back only when enough new ones have been made.
        for (int version = 0; version <= KEPT_VERSIONS + 1; version++) {
            store.<String, Object>openMap(ABOUT).put("compacted", version);
            commitAndSync();
        }
    }

    private void commitAndSync() {
        store.commit();
        sync();
    }

    private boolean isWasteful() throws IOException {
        return Files.size(path) > REWRITTEN_FROM_BYTES
                && store.getFileStore().getFillRate() * store.getFileStore().getChunksFillRate()
                        < REWRITTEN_BELOW_PERCENT * 100;
    }

    /** Closes without writing anything more, after a failure to write. */
    void abandon() {
        store.closeImmediately();
    }

    @Override
    public void close() {
        store.close();
    }
}
