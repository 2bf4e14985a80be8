package org.pokana.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTests {

    private static final int DOTS = 8;
    private static final Pattern SIDE = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\"");
    private static final Pattern STROKE = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");

    @Test
    void phonesReadThePictureOfAPage() throws Exception {
        for (String text : new String[] {"https://pokana.example.org/go/haskovo-2027-02", "Покана", "1"}) {
            assertThat(read(QrCode.svg(text))).isEqualTo(text);
        }
    }

    private static String read(String svg) throws Exception {
        var found = SIDE.matcher(svg);
        assertThat(found.find()).isTrue();
        int side = Integer.parseInt(found.group(1)) * DOTS;
        var pixels = new int[side * side];
        Arrays.fill(pixels, 0xffffff);
        STROKE.matcher(svg).results().forEach(stroke -> {
            int left = Integer.parseInt(stroke.group(1)) * DOTS;
            int top = Integer.parseInt(stroke.group(2)) * DOTS;
            int width = Integer.parseInt(stroke.group(3)) * DOTS;
            for (int y = top; y < top + DOTS; y++) {
                Arrays.fill(pixels, y * side + left, y * side + left + width, 0);
            }
        });
        var picture = new RGBLuminanceSource(side, side, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(picture)))
                .getText();
    }
}
