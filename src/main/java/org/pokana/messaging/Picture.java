package org.pokana.messaging;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** How large a picture is, read from its first lines; nothing is drawn, so a picture made to explode does not. */
final class Picture {

    private static final int LONGEST_SIDES = 10_000;
    private static final int MOST_ELONGATED = 20;
    private static final int PNG_SIZE_AT = 16;
    private static final int JPEG_START = 0xFFD8;

    private Picture() {}

    /** Whether services show it as a picture rather than refuse it. */
    static boolean canBeShown(byte[] bytes) {
        try {
            var in = ByteBuffer.wrap(bytes);
            return (in.getShort(0) & 0xFFFF) == JPEG_START
                    ? fits(jpeg(in))
                    : fits(in.position(PNG_SIZE_AT).slice());
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException cutOff) {
            return false;
        }
    }

    /** Width and height, four bytes each. */
    private static boolean fits(ByteBuffer size) {
        long width = size.getInt(0) & 0xFFFFFFFFL;
        long height = size.getInt(4) & 0xFFFFFFFFL;
        return width > 0
                && height > 0
                && width + height <= LONGEST_SIDES
                && Math.max(width, height) <= MOST_ELONGATED * Math.min(width, height);
    }

    /** The size stands in the frame's header, behind segments of any length. */
    private static ByteBuffer jpeg(ByteBuffer in) {
        in.position(2);
        while (true) {
            int marker = in.getShort() & 0xFFFF;
            int length = in.getShort() & 0xFFFF;
            if (isFrame(marker)) {
                int height = in.getShort(in.position() + 1) & 0xFFFF;
                int width = in.getShort(in.position() + 3) & 0xFFFF;
                return ByteBuffer.allocate(8).putInt(0, width).putInt(4, height);
            }
            if (marker >> 8 != 0xFF || length < 2) {
                throw new IllegalArgumentException("no picture");
            }
            in.position(in.position() + length - 2);
        }
    }

    private static boolean isFrame(int marker) {
        boolean numbered = marker >= 0xFFC0 && marker <= 0xFFCF;
        return numbered && marker != 0xFFC4 && marker != 0xFFC8 && marker != 0xFFCC;
    }
}
