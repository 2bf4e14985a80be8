package org.pokana.forum;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.pokana.kernel.Ids;
import org.pokana.store.Secrets;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * The codes shown at the door, which prove that somebody stands there. Each follows from a secret of its forum and the
 * hour, so nothing has to be written down when it changes and every instance knows the same one.
 */
@Component
class DoorCodes {

    static final Duration LASTS = Duration.ofMinutes(10);
    private static final int MANY = 100_000;

    private final Secrets secrets;
    private final Clock clock;

    DoorCodes(MongoOperations store, Ids ids, Clock clock) {
        this.secrets = new Secrets(store, ids, "doorKeys");
        this.clock = clock;
    }

    /** Five digits, and until when they are the newest; they open for as long again. */
    record Code(String digits, Instant until) {}

    Code now(Forum forum) {
        long period = period();
        return new Code(digits(forum, period), Instant.EPOCH.plus(LASTS.multipliedBy(period + 1)));
    }

    /** The code before opens, too: somebody may have read it just before it changed. */
    boolean opens(Forum forum, String digits) {
        long period = period();
        return same(digits, digits(forum, period)) | same(digits, digits(forum, period - 1));
    }

    private long period() {
        return clock.instant().getEpochSecond() / LASTS.toSeconds();
    }

    private static boolean same(String typed, String code) {
        return MessageDigest.isEqual(typed.getBytes(US_ASCII), code.getBytes(US_ASCII));
    }

    private String digits(Forum forum, long period) {
        var hash = secrets.sign(forum.id(), forum.id() + ":" + period);
        return "%05d".formatted(Math.floorMod(ByteBuffer.wrap(hash).getLong(), MANY));
    }
}
