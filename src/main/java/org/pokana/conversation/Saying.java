package org.pokana.conversation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What somebody said, as few letters as fit a button: by them it is found again among what they said. */
public final class Saying {

    private static final int LETTERS = 12;

    private Saying() {}

    /** The same for the same words, whatever stands around them. */
    public static String key(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(Spelling.plain(text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LETTERS);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
