package org.pokana.followup;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** How a camera was held, as it notes it in a JPEG (Exif 2.3, tag Orientation): without that a print would lie on its side. */
final class Upright {

    private static final int NOTES = 0xFFE1;
    private static final int PICTURE = 0xFFDA;
    private static final int ORIENTATION = 0x0112;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    /** Where a point goes, as the numbers of an {@link AffineTransform}; the last two times width or height. */
    private static final int[][] TURNS = {
        {1, 0, 0, 1, 0, 0},
        {-1, 0, 0, 1, 1, 0},
        {-1, 0, 0, -1, 1, 1},
        {1, 0, 0, -1, 0, 1},
        {0, 1, 1, 0, 0, 0},
        {0, 1, -1, 0, 1, 0},
        {0, -1, -1, 0, 1, 1},
        {0, -1, 1, 0, 0, 1}
    };

    private static final int FIRST_ON_ITS_SIDE = 5;

    /** From 1, upright, to 8. */
    private final int held;

    Upright(byte[] photo) {
        held = held(photo);
    }

    BufferedImage turn(BufferedImage picture) {
        if (held == 1) {
            return picture;
        }
        boolean onItsSide = held >= FIRST_ON_ITS_SIDE;
        int width = onItsSide ? picture.getHeight() : picture.getWidth();
        int height = onItsSide ? picture.getWidth() : picture.getHeight();
        var turn = TURNS[held - 1];
        var turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var brush = turned.createGraphics();
        brush.drawRenderedImage(
                picture, new AffineTransform(turn[0], turn[1], turn[2], turn[3], turn[4] * width, turn[5] * height));
        brush.dispose();
        return turned;
    }

    private static int held(byte[] photo) {
        try {
            var in = ByteBuffer.wrap(photo, 2, photo.length - 2);
            while (true) {
                int marker = in.getShort() & 0xFFFF;
                int length = in.getShort() & 0xFFFF;
                if (marker >> 8 != 0xFF || marker == PICTURE || length < 2) {
                    return 1;
                }
                int start = in.position();
                if (marker == NOTES && isExif(in)) {
                    return noted(ByteBuffer.wrap(photo, start + EXIF.length, length - 2 - EXIF.length)
                            .slice());
                }
                in.position(start + length - 2);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException cutOff) {
            return 1;
        }
    }

    private static boolean isExif(ByteBuffer in) {
        var start = new byte[EXIF.length];
        in.get(start);
        return java.util.Arrays.equals(start, EXIF);
    }

    /** In the first of the lists of notes, each of twelve bytes. */
    private static int noted(ByteBuffer notes) {
        notes.order(notes.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        notes.position(notes.getInt(4));
        int count = notes.getShort();
        for (int i = 0; i < count; i++) {
            int start = notes.position();
            if ((notes.getShort() & 0xFFFF) == ORIENTATION) {
                int held = notes.getShort(start + 8);
                return held >= 1 && held <= TURNS.length ? held : 1;
            }
            notes.position(start + 12);
        }
        return 1;
    }
}
