package org.pokana.desk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The six digits that an app on somebody's phone shows for half a minute, from a secret and the time (RFC 6238). */
final class OneTimeCode {

    static final Duration STEP = Duration.ofSeconds(30);

    /** How far the phone's clock may be off, and how long typing may take. */
    private static final int STEPS_OFF = 1;

    private static final String ALGORITHM = "HmacSHA1"; // the only one that all apps know
    private static final int DIGITS = 1_000_000;

    private OneTimeCode() {}

    static String at(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
            return "%06d".formatted(number % DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    static long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), STEP.toSeconds());
    }

    /** The step whose code it is, so that it can be used up; empty when it is none of about now. */
    static OptionalLong step(byte[] secret, String code, Instant now) {
        long at = step(now);
        return LongStream.rangeClosed(at - STEPS_OFF, at + STEPS_OFF)
                .filter(step -> MessageDigest.isEqual(bytes(at(secret, step)), bytes(code)))
                .findFirst();
    }

    private static byte[] bytes(String code) {
        return code.getBytes(StandardCharsets.UTF_8);
    }
}
