package org.pokana.store;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Chooses one of several instances for what only one may do.
 *
 * <p>The clocks of the instances decide, so a lease must be much longer than they may differ.
 */
public class Leases {

    private static final String COLLECTION = "leases";

    private final MongoOperations mongo;
    private final InstanceId me;
    private final Clock clock;

    public Leases(MongoOperations mongo, InstanceId me, Clock clock) {
        this.mongo = mongo;
        this.me = me;
        this.clock = clock;
    }

    /** Takes a lease that nobody holds any more; a holder renews and does not take again. */
    public Optional<Lease> take(String name, Duration length) {
        Criteria free = where("_id").is(name).and("until").lte(clock.instant());
        try {
            return change(
                    free,
                    granted(length).inc("fence", 1),
                    FindAndModifyOptions.options().upsert(true));
        } catch (DuplicateKeyException e) {
            // It is there and not free, so the server tried to insert it.
            return Optional.empty();
        }
    }

    /** Prolongs a lease that nobody else has taken since, even if it was over for a moment. */
    public Optional<Lease> renew(Lease lease, Duration length) {
        return change(held(lease), granted(length), FindAndModifyOptions.options());
    }

    /** Lets others have it at once; harmless if they already do. */
    public void release(Lease lease) {
        change(held(lease), new Update().set("until", Instant.EPOCH), FindAndModifyOptions.options());
    }

    /** Frees what a crash left leased; only where no other instance can be alive, and before this one takes any. */
    public void releaseAll() {
        mongo.updateMulti(new Query(), Update.update("until", Instant.EPOCH), COLLECTION);
    }

    private Update granted(Duration length) {
        return new Update()
                .set("owner", me.value())
                .set("until", clock.instant().plus(length));
    }

    private static Criteria held(Lease lease) {
        return where("_id")
                .is(lease.name())
                .and("owner")
                .is(lease.owner())
                .and("fence")
                .is(lease.fence());
    }

    private Optional<Lease> change(Criteria which, Update update, FindAndModifyOptions options) {
        @Nullable
        Document changed =
                mongo.findAndModify(Query.query(which), update, options.returnNew(true), Document.class, COLLECTION);
        return Optional.ofNullable(changed).map(Leases::lease);
    }

    private static Lease lease(Document found) {
        Instant until = found.get("until", Date.class).toInstant();
        long fence = found.get("fence", Number.class).longValue();
        return new Lease(found.getString("_id"), found.getString("owner"), until, fence);
    }
}
