package org.pokana.store;

import java.nio.ByteBuffer;
import java.util.Map;
import org.h2.mvstore.SFChunk;
import org.h2.mvstore.SingleFileStore;

/**
 * Writes in an order that leaves the newest whole version to be found after a loss of power, whatever the disk had not
 * yet done.
 *
 * <p>A version becomes findable by its first block, so that is written when the rest of it is on the disk; the header
 * points at a version, so it is written when that is on the disk. Without this the file opens an older version, or not
 * at all.
 */
final class OrderedFile extends SingleFileStore {

    /** What a disk writes whole or not at all. */
    private static final int BLOCK = 4096;

    private OrderedFile(Map<String, Object> options) {
        super(options);
    }

    static OrderedFile open(String name, int cacheMegabytes) {
        OrderedFile file = new OrderedFile(Map.of("cacheSize", cacheMegabytes));
        file.open(name, false, (char[]) null);
        return file;
    }

    @Override
    protected void writeFully(SFChunk chunk, long position, ByteBuffer bytes) {
        ByteBuffer all = bytes.slice();
        if (position == 0) {
            sync();
            super.writeFully(chunk, position, all);
            return;
        }
        int first = Math.min(BLOCK, all.remaining());
        if (all.remaining() > first) {
            super.writeFully(chunk, position + first, all.slice(first, all.remaining() - first));
            sync();
        }
        super.writeFully(chunk, position, all.slice(0, first));
    }
}
