package org.pokana.messaging;

import static org.pokana.kernel.Phrase.phrase;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Message.Fault;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Update;

/** Notices when messages fail in a way that somebody has to do something about; told once, however many they are. */
final class Mishap implements Concern {

    private static final Duration NEWS = Duration.ofDays(1);

    private final MongoOperations store;
    private final Clock clock;
    private final Fault fault;

    Mishap(MongoOperations store, Clock clock, Fault fault) {
        this.store = store;
        this.clock = clock;
        this.fault = fault;
    }

    /** When it happened last. */
    @Document("mishaps")
    record Latest(@Id String fault, Instant at) {}

    Fault fault() {
        return fault;
    }

    void happens() {
        store.upsert(query(where("_id").is(fault.name())), Update.update("at", clock.instant()), Latest.class);
    }

    @Override
    public String name() {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Optional<Phrase> trouble() {
        return Optional.ofNullable(store.findById(fault.name(), Latest.class))
                .filter(latest -> latest.at().plus(NEWS).isAfter(clock.instant()))
                .map(latest -> phrase("alarm." + name()));
    }
}
