package org.pokana.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/** A disk that keeps what was forced to it and, when the power goes, any part of what was written since. */
public final class PowerCutDisk {

    private static final String SCHEME = "powercut";
    private static final int SECTOR = 4096;

    private static @Nullable PowerCutDisk current;

    private byte[] safe;
    private final List<Write> since = new ArrayList<>();
    private final boolean forcing;

    /** Without {@code forcing} it believes that nothing needs to be forced, for the control. */
    PowerCutDisk(Path content, boolean forcing) throws IOException {
        this.safe = Files.readAllBytes(content);
        this.forcing = forcing;
        current = this;
        FilePath.register(new Paths());
    }

    static String name(Path file) {
        return SCHEME + ":" + file;
    }

    /** What may be found on this disk if the power goes now. */
    synchronized byte[] cut(Random random) {
        byte[] found = safe;
        for (Write write : since) {
            found = write.partlyOn(found, random);
        }
        return found;
    }

    private synchronized void add(Write write) {
        since.add(write);
    }

    private synchronized void force() {
        if (forcing) {
            for (Write write : since) {
                safe = write.on(safe);
            }
            since.clear();
        }
    }

    /** Bytes that were written, or a new length if there are none. */
    private record Write(long position, byte @Nullable [] bytes) {

        byte[] on(byte[] disk) {
            if (bytes == null) {
                return Arrays.copyOf(disk, (int) position);
            }
            byte[] after = Arrays.copyOf(disk, (int) Math.max(disk.length, position + bytes.length));
            System.arraycopy(bytes, 0, after, (int) position, bytes.length);
            return after;
        }

        byte[] partlyOn(byte[] disk, Random random) {
            if (bytes == null) {
                return random.nextBoolean() ? on(disk) : disk;
            }
            byte[] after = disk;
            for (int from = 0; from < bytes.length; from += SECTOR) {
                if (random.nextBoolean()) {
                    byte[] sector = Arrays.copyOfRange(bytes, from, Math.min(from + SECTOR, bytes.length));
                    after = new Write(position + from, sector).on(after);
                }
            }
            return after;
        }
    }

    /** Public, as H2 makes these by reflection. */
    public static final class Paths extends FilePathWrapper {

        @Override
        public String getScheme() {
            return SCHEME;
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            return new Watched(getBase().open(mode), current);
        }
    }

    private static final class Watched extends FileBaseDefault {

        private final FileChannel file;
        private final PowerCutDisk disk;

        Watched(FileChannel file, PowerCutDisk disk) {
            this.file = file;
            this.disk = disk;
        }

        @Override
        public int read(ByteBuffer to, long position) throws IOException {
            return file.read(to, position);
        }

        @Override
        public int write(ByteBuffer from, long position) throws IOException {
            byte[] bytes = new byte[from.remaining()];
            from.duplicate().get(bytes);
            disk.add(new Write(position, bytes));
            return file.write(from, position);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            disk.add(new Write(size, null));
            file.truncate(size);
        }

        @Override
        public void force(boolean metaData) {
            disk.force();
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
