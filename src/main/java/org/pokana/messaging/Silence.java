package org.pokana.messaging;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Until when nothing at all may leave by a channel, because its service asked for quiet in more than one chat. It stands
 * in the store, so that other instances obey and a restart does not forget.
 */
final class Silence {

    /** What another instance was told is known here so soon. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final MongoOperations store;
    private final Clock clock;
    private final String channel;
    private Instant until = Instant.EPOCH;
    private Instant nextLook = Instant.EPOCH;

    Silence(MongoOperations store, Clock clock, String channel) {
        this.store = store;
        this.clock = clock;
        this.channel = channel;
    }

    synchronized Duration left() {
        var now = clock.instant();
        if (!now.isBefore(nextLook)) {
            var known = store.findById(channel, Tempo.class);
            until = known == null ? until : latest(until, known.silentUntil());
            nextLook = now.plus(BETWEEN_LOOKS);
        }
        return now.isBefore(until) ? Duration.between(now, until) : Duration.ZERO;
    }

    synchronized void keepUntil(Instant moment) {
        until = latest(until, moment);
        var silence = new Update().max("silentUntil", moment);
        if (moment.isAfter(clock.instant().plus(Lulls.LONG))) {
            silence.max("lullUntil", moment);
        }
        store.upsert(query(where("_id").is(channel)), silence, Tempo.class);
    }

    private static Instant latest(Instant one, @org.jspecify.annotations.Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }
}
