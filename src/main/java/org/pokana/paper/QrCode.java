package org.pokana.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Base64;
import java.util.Map;

/** A text as a picture that phones read, with a number below it for people if it has one. */
public final class QrCode {

    private static final int MODULE = 10;
    private static final int QUIET_ZONE = 4;

    /** Rows of five dots, from 0 to 9. */
    private static final String[] DIGITS = {
        "01110 10001 10011 10101 11001 10001 01110",
        "00100 01100 00100 00100 00100 00100 01110",
        "01110 10001 00001 00010 00100 01000 11111",
        "11111 00010 00100 00010 00001 10001 01110",
        "00010 00110 01010 10010 11111 00010 00010",
        "11111 10000 11110 00001 00001 10001 01110",
        "00110 01000 10000 11110 10001 10001 01110",
        "11111 00001 00010 00100 01000 01000 01000",
        "01110 10001 10001 01110 10001 10001 01110",
        "01110 10001 10001 01111 00001 00010 01100"
    };

    private static final int DIGIT_WIDTH = 6;
    private static final int DIGIT_HEIGHT = 7;
    private static final int DOT = 8;

    private QrCode() {}

    /** Of any size without a blur; each row of dark modules is one stroke. */
    public static String svg(String text) {
        var modules = modules(text);
        int side = modules.getWidth();
        var rows = new StringBuilder();
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int from = x;
                while (x < side && modules.get(x, y)) {
                    x++;
                }
                if (x > from) {
                    rows.append("M%d %dh%dv1h-%dz".formatted(from, y, x - from, x - from));
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%dv%dH0z"/><path d="%s"/></svg>
                """.formatted(side, side, side, side, rows);
    }

    static byte[] png(String text) {
        var modules = modules(text);
        int side = modules.getWidth() * MODULE;
        var picture = new Png(side, side);
        draw(modules, picture);
        return picture.bytes();
    }

    /** For a page that is printed. */
    static String inPage(String text) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(text));
    }

    static byte[] png(String text, long number) {
        var modules = modules(text);
        int side = modules.getWidth() * MODULE;
        var picture = new Png(side, side + (DIGIT_HEIGHT + 3) * DOT);
        draw(modules, picture);
        write(String.valueOf(number), picture, side);
        return picture.bytes();
    }

    private static BitMatrix modules(String text) {
        var hints = Map.of(
                EncodeHintType.ERROR_CORRECTION,
                ErrorCorrectionLevel.M,
                EncodeHintType.MARGIN,
                QUIET_ZONE,
                EncodeHintType.CHARACTER_SET,
                "UTF-8");
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
        } catch (WriterException e) {
            throw new IllegalArgumentException("a text of " + text.length() + " characters fits no QR code", e);
        }
    }

    private static void draw(BitMatrix modules, Png picture) {
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    picture.blacken(x * MODULE, y * MODULE, MODULE);
                }
            }
        }
    }

    private static void write(String digits, Png picture, int side) {
        int left = (side - (digits.length() * DIGIT_WIDTH - 1) * DOT) / 2;
        for (int i = 0; i < digits.length(); i++) {
            write(DIGITS[digits.charAt(i) - '0'], picture, left + i * DIGIT_WIDTH * DOT, side);
        }
    }

    private static void write(String digit, Png picture, int left, int top) {
        var rows = digit.split(" ");
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < rows[y].length(); x++) {
                if (rows[y].charAt(x) == '1') {
                    picture.blacken(left + x * DOT, top + y * DOT, DOT);
                }
            }
        }
    }
}
