package org.pokana.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How fast bulk may leave by one channel: a little faster after each clean half minute, half as fast after each request
 * to slow down, and not at all until the time the service asked for. Kept in the store, so a restart does not burst.
 */
class Pace {

    private static final double START = 20;
    private static final double MOST = 25;
    private static final double LEAST = 1;
    private static final Duration CLEAN = Duration.ofSeconds(30);

    private final MongoOperations store;
    private final Clock clock;
    private final String channel;
    private Kept kept;
    private Instant next = Instant.EPOCH;

    /** What survives a restart. */
    @Document("paces")
    record Kept(@Id String channel, double perSecond, Instant pausedUntil, Instant since) {}

    Pace(MongoOperations store, Clock clock, String channel) {
        this.store = store;
        this.clock = clock;
        this.channel = channel;
        var known = store.findById(channel, Kept.class);
        this.kept = known != null ? known : new Kept(channel, START, Instant.EPOCH, clock.instant());
    }

    /** How long to wait before the next message may leave; zero takes the slot. */
    synchronized Duration take() {
        var now = clock.instant();
        var free = next.isAfter(kept.pausedUntil()) ? next : kept.pausedUntil();
        if (free.isAfter(now)) {
            return Duration.between(now, free);
        }
        speedUp(now);
        // A slot that was missed is lost rather than saved up: no bursts.
        var base = next.plusMillis(200).isAfter(now) ? next : now;
        next = base.plusNanos((long) (1_000_000_000L / kept.perSecond()));
        return Duration.ZERO;
    }

    private void speedUp(Instant now) {
        if (kept.perSecond() < MOST && !kept.since().plus(CLEAN).isAfter(now)) {
            keep(new Kept(channel, Math.min(MOST, kept.perSecond() + 1), kept.pausedUntil(), now));
        }
    }

    /** The service asked us to slow down. */
    synchronized void throttled(Duration wait) {
        var now = clock.instant();
        keep(new Kept(channel, Math.max(LEAST, kept.perSecond() / 2), now.plus(wait), now.plus(wait)));
    }

    synchronized double perSecond() {
        return kept.perSecond();
    }

    private void keep(Kept newer) {
        kept = newer;
        store.save(newer);
    }
}
