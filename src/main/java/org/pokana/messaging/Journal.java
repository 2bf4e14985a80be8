package org.pokana.messaging;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.bulk.BulkWriteError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pokana.messaging.Received.State;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.BulkOperationException;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/** Keeps what came, who is hearing it and what came of that; whoever lost a claim can no longer change anything. */
class Journal {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final MongoOperations store;
    private final Clock clock;
    private final String owner;

    Journal(MongoOperations store, Clock clock, String owner) {
        this.store = store;
        this.clock = clock;
        this.owner = owner;
    }

    Received claimed(Incoming incoming) {
        return Received.of(incoming, owner, clock.instant().plus(LEASE));
    }

    /** The places in the batch of what was there before, or comes a second time in the batch itself. */
    Set<Integer> insert(List<Received> batch) {
        try {
            store.bulkOps(BulkMode.UNORDERED, Received.class).insert(batch).execute();
            return Set.of();
        } catch (BulkOperationException e) {
            if (e.getErrors().stream().anyMatch(error -> error.getCode() != 11000)) {
                throw e;
            }
            return e.getErrors().stream().map(BulkWriteError::getIndex).collect(Collectors.toSet());
        } catch (DuplicateKeyException e) {
            return Set.of(0);
        }
    }

    /** What nobody finished hearing, the longest waiting first. */
    List<Received> orphans(Instant leasesUntil, int most) {
        return store.find(
                query(where("state").is(State.CLAIMED).and("leaseUntil").lt(leasesUntil))
                        .with(Sort.by("at", "_id"))
                        .limit(most),
                Received.class);
    }

    boolean holds(Received claimed) {
        return clock.instant().isBefore(claimed.leaseUntil());
    }

    /** Ours from now on; empty when somebody else was quicker, or it was heard meanwhile. */
    Optional<Received> claim(Received seen) {
        var free = where("_id")
                .is(seen.id())
                .and("state")
                .is(State.CLAIMED)
                .and("owner")
                .is(seen.owner())
                .and("leaseUntil")
                .is(seen.leaseUntil());
        var mine =
                Update.update("owner", owner).set("leaseUntil", clock.instant().plus(LEASE));
        return Optional.ofNullable(store.findAndModify(
                query(free), mine, FindAndModifyOptions.options().returnNew(true), Received.class));
    }

    void settle(Received claimed, State state, @Nullable String reason, int attempt) {
        store.updateFirst(
                query(where("_id").is(claimed.id()).and("owner").is(owner)),
                Update.update("state", state)
                        .set("reason", reason)
                        .set("attempt", attempt)
                        .unset("showing")
                        .unset("signature"),
                Received.class);
    }
}
