package org.pokana.forum;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.pokana.kernel.Ids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;

/**
 * The codes shown at the door, which prove that somebody stands there. Each follows from a secret of its forum and the
 * hour, so nothing has to be written down when it changes and every instance knows the same one.
 */
@Component
class DoorCodes {

    static final Duration LASTS = Duration.ofMinutes(10);
    private static final int MANY = 100_000;

    private final MongoOperations store;
    private final Ids ids;
    private final Clock clock;

    DoorCodes(MongoOperations store, Ids ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /** The secret of one forum. */
    @Document("doorKeys")
    record Key(@Id String forum, String secret) {

        @Override
        public String toString() {
            return "the key of " + forum;
        }
    }

    /** Five digits, and until when they are the newest; they open for as long again. */
    record Code(String digits, Instant until) {}

    Code now(Forum forum) {
        long period = period();
        return new Code(digits(key(forum), period), Instant.EPOCH.plus(LASTS.multipliedBy(period + 1)));
    }

    /** The code before opens, too: somebody may have read it just before it changed. */
    boolean opens(Forum forum, String digits) {
        var key = key(forum);
        long period = period();
        return same(digits, digits(key, period)) | same(digits, digits(key, period - 1));
    }

    private long period() {
        return clock.instant().getEpochSecond() / LASTS.toSeconds();
    }

    private static boolean same(String typed, String code) {
        return MessageDigest.isEqual(typed.getBytes(US_ASCII), code.getBytes(US_ASCII));
    }

    private Key key(Forum forum) {
        return find(forum).orElseGet(() -> {
            try {
                return store.insert(new Key(forum.id(), ids.next()));
            } catch (DuplicateKeyException anotherInstanceWasFaster) {
                return find(forum).orElseThrow();
            }
        });
    }

    private Optional<Key> find(Forum forum) {
        return Optional.ofNullable(store.findById(forum.id(), Key.class));
    }

    private static String digits(Key key, long period) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.secret().getBytes(UTF_8), "HmacSHA256"));
            var hash = mac.doFinal((key.forum() + ":" + period).getBytes(UTF_8));
            return "%05d".formatted(Math.floorMod(ByteBuffer.wrap(hash).getLong(), MANY));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
