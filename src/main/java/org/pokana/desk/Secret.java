package org.pokana.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What is kept of a secret: nobody who reads the store can use it, and looking it up takes as long whatever was guessed. */
final class Secret {

    private Secret() {}

    static String hash(String secret) {
        return HexFormat.of().formatHex(digest(secret));
    }

    /** 32 bytes from which nobody gets back to the secret. */
    static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
