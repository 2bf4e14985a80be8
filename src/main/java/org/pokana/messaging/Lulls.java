package org.pokana.messaging;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The pauses so long that whoever sends to many people should say so instead of seeming to hang. */
@Component
public class Lulls {

    static final Duration LONG = Duration.ofMinutes(5);

    private final MongoOperations store;
    private final Clock clock;

    public Lulls(MongoOperations store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A channel by which nothing, or no bulk, may leave before then. */
    public record Lull(String channel, Instant until) {}

    /** Those that are on. */
    public List<Lull> now() {
        return store.find(query(where("lullUntil").gt(clock.instant())), Tempo.class).stream()
                .map(tempo -> new Lull(tempo.channel(), java.util.Objects.requireNonNull(tempo.lullUntil())))
                .toList();
    }
}
