package org.pokana.paper;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Looks at papers as people and their phones do: reads the words, and the codes of the page as it is shown. */
public final class Looking {

    private static final int DPI = 200;

    private Looking() {}

    private interface Use<T> {
        T of(PDDocument paper) throws IOException;
    }

    private static <T> T open(byte[] pdf, Use<T> use) {
        try (var paper = Loader.loadPDF(pdf)) {
            return use.of(paper);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(byte[] pdf) {
        return open(pdf, paper -> new PDFTextStripper().getText(paper)).replaceAll("\\s+", " ");
    }

    /** The words of each page with nothing between them, as names may be broken anywhere. */
    static List<String> pages(byte[] pdf) {
        return open(pdf, paper -> IntStream.rangeClosed(1, paper.getNumberOfPages())
                .mapToObj(page -> {
                    try {
                        var reader = new PDFTextStripper();
                        reader.setStartPage(page);
                        reader.setEndPage(page);
                        return reader.getText(paper).replaceAll("\\s+", "");
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList());
    }

    /** What a phone reads from a page. */
    public static List<String> codes(byte[] pdf, int page) {
        return seen(open(pdf, paper -> new PDFRenderer(paper).renderImageWithDPI(page, DPI)));
    }

    public static List<String> codes(byte[] png) {
        try {
            return seen(ImageIO.read(new ByteArrayInputStream(png)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> seen(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        var pixels = image.getRGB(0, 0, width, height, null, 0, width);
        try {
            var seen = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
            return Arrays.stream(new QRCodeMultiReader().decodeMultiple(seen, Map.of(DecodeHintType.TRY_HARDER, true)))
                    .map(code -> code.getText())
                    .toList();
        } catch (NotFoundException e) {
            return List.of();
        }
    }
}
