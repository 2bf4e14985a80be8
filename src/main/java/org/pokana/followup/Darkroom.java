package org.pokana.followup;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Paints a photo anew: upright, no larger than a screen needs, and with nothing that the camera noted beside it. */
final class Darkroom {

    /** More is a picture made to explode. */
    private static final long MOST_PIXELS = 60_000_000;

    /** More are not opened at once, as that is what takes the memory. */
    private static final double OPENED_PIXELS = 13_000_000;

    private Darkroom() {}

    /** Nothing when it is no picture that can be read. */
    static Map<PrintSize, byte[]> develop(byte[] photo) {
        try {
            var upright = new Upright(photo);
            var picture = opened(photo);
            var prints = new EnumMap<PrintSize, byte[]>(PrintSize.class);
            for (PrintSize size : new PrintSize[] {PrintSize.LARGE, PrintSize.SMALL}) {
                picture = smaller(picture, size.longestSide);
                prints.put(size, jpeg(upright.turn(picture), size.quality));
            }
            return prints;
        } catch (IOException | RuntimeException unreadable) { // whatever a broken picture makes of its reader
            return Map.of();
        }
    }

    private static BufferedImage opened(byte[] photo) throws IOException {
        boolean jpeg = (photo[0] & 0xFF) == 0xFF;
        ImageReader reader =
                ImageIO.getImageReadersByFormatName(jpeg ? "jpeg" : "png").next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(photo))) {
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                throw new IOException("too large to be opened");
            }
            int every = (int) Math.ceil(Math.sqrt(pixels / OPENED_PIXELS));
            var wanted = reader.getDefaultReadParam();
            wanted.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, wanted);
        } finally {
            reader.dispose();
        }
    }

    /** By halves, as one long step would leave out most of the points. */
    private static BufferedImage smaller(BufferedImage picture, int longestSide) {
        int longest = Math.max(picture.getWidth(), picture.getHeight());
        if (longest >= 2 * longestSide) {
            return smaller(painted(picture, 0.5), longestSide);
        }
        return painted(picture, Math.min(1, (double) longestSide / longest));
    }

    /** On white, in the colours of every screen. */
    private static BufferedImage painted(BufferedImage picture, double scale) {
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var brush = canvas.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        brush.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        brush.dispose();
        return canvas;
    }

    private static byte[] jpeg(BufferedImage picture, float quality) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var wanted = writer.getDefaultWriteParam();
            wanted.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            wanted.setCompressionQuality(quality);
            wanted.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
