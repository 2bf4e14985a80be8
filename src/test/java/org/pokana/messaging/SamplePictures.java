package org.pokana.messaging;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures to send, large enough to be seen and small enough to be made in a moment. */
public final class SamplePictures {

    private SamplePictures() {}

    public static byte[] jpeg(int width, int height) {
        return picture(width, height, Color.ORANGE, "jpg");
    }

    public static byte[] png(int width, int height) {
        return picture(width, height, Color.GREEN, "png");
    }

    /** Of one colour with a darker frame. */
    public static byte[] picture(int width, int height, Color colour, String format) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var paint = image.createGraphics();
        paint.setColor(colour.darker());
        paint.fillRect(0, 0, width, height);
        paint.setColor(colour);
        paint.fillRect(width / 10, height / 10, width * 8 / 10, height * 8 / 10);
        paint.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
