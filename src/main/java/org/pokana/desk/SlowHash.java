package org.pokana.desk;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.bcrypt.BCrypt;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What takes so long to make from a password that guessing one from what is kept would take years. */
@Component
class SlowHash {

    /** More than this bcrypt would not look at. */
    static final int MOST_BYTES = 72;

    private static final int STRENGTH = 11;

    private final int strength;
    private final PasswordEncoder encoder;

    @Autowired
    SlowHash() {
        this(STRENGTH);
    }

    /** @param strength each one more takes twice as long */
    SlowHash(int strength) {
        this.strength = strength;
        encoder = new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(strength)));
    }

    /** Names how it was made, so that a better way can follow. */
    String of(String password) {
        return String.valueOf(encoder.encode(password));
    }

    boolean isOf(String password, String hash) {
        return encoder.matches(password, hash);
    }

    String salt() {
        return BCrypt.gensalt(strength);
    }

    /** Another one, which is nowhere in the store and serves as a key. */
    byte[] key(String password, String salt) {
        return Secret.digest(BCrypt.hashpw(password, salt));
    }

    /** As long in the making as any other, and no password's. */
    String ofNobody() {
        return "{bcrypt}" + saltOfNobody() + "x".repeat(31);
    }

    String saltOfNobody() {
        return "$2a$%02d$%s".formatted(strength, "nobodyhasthispasswordu");
    }

    static boolean takes(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }
}
