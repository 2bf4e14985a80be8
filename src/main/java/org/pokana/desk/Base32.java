package org.pokana.desk;

import java.io.ByteArrayOutputStream;

/** Bytes as people type them into an app for one-time codes: capital letters and the digits 2 to 7 (RFC 4648). */
final class Base32 {

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    /** @param bytes of a number that needs no filling up, such as 10 or 20 */
    static String write(byte[] bytes) {
        var text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte each : bytes) {
            held = held << Byte.SIZE | each & 0xff;
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(DIGITS.charAt(held >> bits & 31));
            }
            held &= (1 << bits) - 1;
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException when it was not written so */
    static byte[] read(String text) {
        var bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (char each : text.toCharArray()) {
            int digit = DIGITS.indexOf(each);
            if (digit < 0) {
                throw new IllegalArgumentException("a text with other signs than base 32 has");
            }
            held = held << BITS | digit;
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.write(held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return bytes.toByteArray();
    }
}
