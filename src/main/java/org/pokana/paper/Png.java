package org.pokana.paper;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** A picture of black and white only, written without the desktop libraries of Java, which small images leave out. */
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final int width;
    private final int height;
    private final byte[] pixels;

    /** White all over. */
    Png(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new byte[width * height];
    }

    /** Makes a square of so many pixels black. */
    void blacken(int left, int top, int side) {
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                pixels[y * width + x] = 1;
            }
        }
    }

    byte[] bytes() {
        var file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        chunk(file, "IHDR", header());
        chunk(file, "IDAT", rows());
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    /** One bit of grey a pixel, neither filtered nor interlaced. */
    private byte[] header() {
        return written(out -> {
            out.writeInt(width);
            out.writeInt(height);
            out.write(new byte[] {1, 0, 0, 0, 0});
        });
    }

    private byte[] rows() {
        return written(out -> {
            try (var packed = new DeflaterOutputStream(out)) {
                for (int y = 0; y < height; y++) {
                    packed.write(0);
                    packed.write(row(y));
                }
            }
        });
    }

    private byte[] row(int y) {
        var row = new byte[(width + 7) / 8];
        for (int x = 0; x < width; x++) {
            if (pixels[y * width + x] == 0) {
                row[x / 8] |= (byte) (0x80 >> x % 8);
            }
        }
        return row;
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
        var typed = written(out -> {
            out.write(type.getBytes(StandardCharsets.US_ASCII));
            out.write(data);
        });
        var sum = new CRC32();
        sum.update(typed);
        file.writeBytes(written(out -> {
            out.writeInt(data.length);
            out.write(typed);
            out.writeInt((int) sum.getValue());
        }));
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
