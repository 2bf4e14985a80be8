package org.pokana.channel.telegram;

import static org.pokana.channel.telegram.FakeRefusal.bad;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** What Telegram does to pictures: it looks whether it is one, and keeps it in several sizes. */
public final class FakePicture {

    private static final int LARGEST_SUM = 10_000;
    private static final int LARGEST_RATIO = 20;
    private static final int LARGEST_FILE = 10 << 20;
    private static final List<Integer> SIDES = List.of(90, 320, 800);

    private FakePicture() {}

    /** Any picture of this size, as a file. */
    public static byte[] of(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            image.setRGB(x, x * height / width, 0xFFFFFF);
        }
        return write(image);
    }

    /** The smaller ones first; the last is the picture itself. */
    static List<FakeUpload> sizes(FakeUpload picture) {
        var image = read(picture);
        var sizes = new ArrayList<FakeUpload>();
        for (int side : SIDES) {
            if (side < Math.max(image.getWidth(), image.getHeight())) {
                sizes.add(new FakeUpload(picture.name(), "image/jpeg", write(fit(image, side))));
            }
        }
        sizes.add(picture);
        return sizes;
    }

    static BufferedImage read(FakeUpload picture) {
        if (picture.bytes().length > LARGEST_FILE) {
            throw bad("file of size " + picture.bytes().length
                    + " bytes is too big for a photo; the maximum size is 10485760 bytes");
        }
        try {
            var image = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
            if (image == null) {
                throw bad("IMAGE_PROCESS_FAILED");
            }
            check(image.getWidth(), image.getHeight());
            return image;
        } catch (IOException e) {
            throw bad("IMAGE_PROCESS_FAILED");
        }
    }

    private static void check(int width, int height) {
        if (width + height > LARGEST_SUM || Math.max(width, height) > LARGEST_RATIO * Math.min(width, height)) {
            throw bad("PHOTO_INVALID_DIMENSIONS");
        }
    }

    private static BufferedImage fit(BufferedImage image, int side) {
        double scale = (double) side / Math.max(image.getWidth(), image.getHeight());
        int width = Math.max(1, (int) (image.getWidth() * scale));
        int height = Math.max(1, (int) (image.getHeight() * scale));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                small.setRGB(x, y, image.getRGB((int) (x / scale), (int) (y / scale)));
            }
        }
        return small;
    }

    private static byte[] write(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
