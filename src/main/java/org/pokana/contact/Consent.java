package org.pokana.contact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * An agreement to a named use of personal data, with proof of what was agreed to.
 *
 * @param purpose such as {@code registration}
 * @param textHash SHA-256 of the exact text shown, in the language it was shown in
 */
public record Consent(String purpose, int textVersion, String textHash, String language, String channel, Instant at) {

    public static String hash(String shown) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(shown.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
