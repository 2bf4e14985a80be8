package org.pokana.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a second process away from the data file, and remembers how far that file had come.
 *
 * <p>A file of its own, because a process loses its lock on a file as soon as it closes that file anywhere, and backups
 * open and close the data file.
 */
final class DataLock implements AutoCloseable {

    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DataLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static DataLock take(Path folder) {
        Path file = folder.resolve("pokana.lock");
        if (!HELD_HERE.add(file)) {
            throw StoreFailure.inUse(folder);
        }
        try {
            return locked(folder, file);
        } catch (IOException e) {
            HELD_HERE.remove(file);
            throw StoreFailure.notWritable(folder, e);
        } catch (StoreFailure e) {
            HELD_HERE.remove(file);
            throw e;
        }
    }

    private static DataLock locked(Path folder, Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw StoreFailure.inUse(folder);
        }
        return new DataLock(file, channel);
    }

    /** The last version that is known to have reached the disk. */
    long version() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES);
        return channel.read(buffer, 0) == Long.BYTES ? buffer.getLong(0) : 0;
    }

    /** Written but not forced to the disk: what is remembered may be too old after a loss of power, but never too new. */
    void remember(long version) throws IOException {
        channel.write(ByteBuffer.allocate(Long.BYTES).putLong(0, version), 0);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw StoreFailure.notWritable(file, e);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
