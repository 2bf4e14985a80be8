package org.pokana.desk;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * How often a name was tried, whoever it belongs to: after some tries the door stays shut for a while, for everybody and
 * on every instance, also after a restart. The link from the chat works all the same, so nobody can lock a person out.
 */
@Component
class Tries {

    static final int MOST = 8;
    static final Duration PAUSE = Duration.ofHours(1);

    private final MongoOperations store;
    private final Clock clock;
    private final int most;

    @Autowired
    Tries(MongoOperations store, Clock clock) {
        this(store, clock, MOST);
    }

    Tries(MongoOperations store, Clock clock, int most) {
        this.store = store;
        this.clock = clock;
        this.most = most;
    }

    /** @param id the hash of a name, as what people type there may be their password */
    @Document("deskTries")
    record Tried(@Id String id, int count, @Indexed Instant until) {}

    /** One more try, counted before anybody knows whether it is right, so that many at once are not more than some. */
    record Try(boolean refused, boolean last, Duration left) {}

    Try count(String name) {
        var now = clock.instant();
        var tried = counted(Secret.hash(name), now);
        return new Try(tried.count() > most, tried.count() == most, Duration.between(now, tried.until()));
    }

    private Tried counted(String id, Instant now) {
        store.remove(query(where("_id").is(id).and("until").lte(now)), Tried.class);
        try {
            return more(id, now);
        } catch (DuplicateKeyException anotherWasFirst) {
            return more(id, now);
        }
    }

    private Tried more(String id, Instant now) {
        return Objects.requireNonNull(store.findAndModify(
                query(where("_id").is(id)),
                new Update().inc("count", 1).setOnInsert("until", now.plus(PAUSE)),
                FindAndModifyOptions.options().upsert(true).returnNew(true),
                Tried.class));
    }

    /** It was them after all. */
    void forget(String name) {
        store.remove(query(where("_id").is(Secret.hash(name))), Tried.class);
    }
}
