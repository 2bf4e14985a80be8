package org.pokana.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Where Telegram finds us: a path nobody can guess, which yet tells nothing of the token or the secret. */
final class WebhookAddress {

    static final String FOLDER = "/telegram/";

    private WebhookAddress() {}

    static String of(TelegramSettings settings, String publicUrl) {
        return publicUrl.replaceAll("/+$", "") + FOLDER + name(settings);
    }

    static String name(TelegramSettings settings) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(settings.secret().getBytes(UTF_8), "HmacSHA256"));
            var digest = mac.doFinal(("webhook of " + settings.bot()).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** Takes as long whether the first or the last character differs. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }
}
