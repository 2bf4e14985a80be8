package org.pokana.messaging;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/**
 * How fast bulk may leave by one channel: a little faster after each clean half minute, half as fast after each request
 * to slow down, and not at all until the time the service asked for. Kept in the store, so a restart does not burst, and
 * read anew by whichever instance sends next.
 */
class Pace {

    private static final double START = 20;
    private static final double MOST = 25;
    private static final double LEAST = 1;
    private static final Duration CLEAN = Duration.ofSeconds(30);

    /** So much of the time that was slept too long is made up for; a slot missed by more is lost: no bursts. */
    private static final Duration CATCHES_UP = Duration.ofMillis(100);

    private final MongoOperations store;
    private final Clock clock;
    private final String channel;
    private double perSecond;
    private Instant pausedUntil;
    private Instant since;
    private Instant next = Instant.EPOCH;

    Pace(MongoOperations store, Clock clock, String channel) {
        this.store = store;
        this.clock = clock;
        this.channel = channel;
        var known = store.findById(channel, Tempo.class);
        this.perSecond = known == null ? START : or(known.perSecond(), START);
        this.pausedUntil = known == null ? Instant.EPOCH : or(known.pausedUntil(), Instant.EPOCH);
        this.since = known == null ? clock.instant() : or(known.since(), clock.instant());
    }

    private static <T> T or(@Nullable T known, T otherwise) {
        return known == null ? otherwise : known;
    }

    /** How long to wait before the next message may leave; zero takes the slot. */
    synchronized Duration take() {
        var now = clock.instant();
        var free = next.isAfter(pausedUntil) ? next : pausedUntil;
        if (free.isAfter(now)) {
            return Duration.between(now, free);
        }
        speedUp(now);
        var base = next.plus(CATCHES_UP).isAfter(now) ? next : now;
        next = base.plusNanos((long) (1_000_000_000L / perSecond));
        return Duration.ZERO;
    }

    private void speedUp(Instant now) {
        if (perSecond < MOST && !since.plus(CLEAN).isAfter(now)) {
            perSecond = Math.min(MOST, perSecond + 1);
            since = now;
            keep(new Update());
        }
    }

    /** The service asked us to slow down. What was on its way already when it did slows us down no further. */
    synchronized void throttled(Duration wait) {
        var now = clock.instant();
        if (!now.isBefore(pausedUntil)) {
            perSecond = Math.max(LEAST, perSecond / 2);
        }
        var until = now.plus(wait);
        pausedUntil = until.isAfter(pausedUntil) ? until : pausedUntil;
        since = pausedUntil;
        keep(wait.compareTo(Lulls.LONG) > 0 ? new Update().max("lullUntil", until) : new Update());
    }

    synchronized double perSecond() {
        return perSecond;
    }

    private void keep(Update more) {
        store.upsert(
                query(where("_id").is(channel)),
                more.set("perSecond", perSecond).set("since", since).max("pausedUntil", pausedUntil),
                Tempo.class);
    }
}
