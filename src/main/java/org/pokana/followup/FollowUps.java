package org.pokana.followup;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pokana.followup.FollowUp.State;
import org.pokana.kernel.Ids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** All of them. Whoever is at one holds a lease; a lease that ran out may be taken by anybody. */
@Component
class FollowUps {

    /** Renewed with each batch; after a crash nobody goes on before it is over. */
    private static final Duration LEASE = Duration.ofSeconds(20);

    private static final List<State> OPEN = List.of(State.PENDING, State.WRITING);

    private final MongoOperations store;
    private final Ids ids;
    private final Clock clock;

    FollowUps(MongoOperations store, Ids ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    Set<String> known(Collection<String> wanted) {
        return store.find(query(where("_id").in(wanted)), FollowUp.class).stream()
                .map(FollowUp::id)
                .collect(Collectors.toSet());
    }

    /** Leaves alone what another instance was quicker to add. */
    void add(FollowUp followUp) {
        try {
            store.insert(followUp);
        } catch (DuplicateKeyException addedMeanwhile) {
            return;
        }
    }

    List<FollowUp> due() {
        return store.find(query(where("state").in(OPEN).and("dueAt").lte(clock.instant())), FollowUp.class);
    }

    /** To be done by the caller alone; empty when another is at it or it is settled. */
    Optional<FollowUp> claim(FollowUp followUp) {
        var mine = Update.update("state", State.WRITING)
                .set("owner", ids.next())
                .set("leaseUntil", clock.instant().plus(LEASE));
        return Optional.ofNullable(store.findAndModify(
                query(free(followUp)), mine, FindAndModifyOptions.options().returnNew(true), FollowUp.class));
    }

    /** Lets it wait, unless somebody is at it. */
    void postpone(FollowUp followUp, Instant dueAt) {
        store.updateFirst(
                query(free(followUp)), Update.update("state", State.PENDING).set("dueAt", dueAt), FollowUp.class);
    }

    private Criteria free(FollowUp followUp) {
        return where("_id")
                .is(followUp.id())
                .orOperator(
                        where("state").is(State.PENDING),
                        where("state").is(State.WRITING).and("leaseUntil").lt(clock.instant()));
    }

    /** Notes how far it is; false when it is no longer the caller's. */
    boolean advance(FollowUp claimed, String cursor) {
        var further = Update.update("cursor", cursor)
                .set("leaseUntil", clock.instant().plus(LEASE));
        return store.updateFirst(query(mine(claimed)), further, FollowUp.class).getModifiedCount() == 1;
    }

    /** Keeps no trace of people in what is finished. */
    void done(FollowUp claimed) {
        store.updateFirst(
                query(mine(claimed)), Update.update("state", State.DONE).unset("cursor"), FollowUp.class);
    }

    private static Criteria mine(FollowUp claimed) {
        return where("_id")
                .is(claimed.id())
                .and("state")
                .is(State.WRITING)
                .and("owner")
                .is(claimed.owner());
    }

    /** Ends what is not to be, whoever may be at it. */
    void settle(FollowUp followUp, State state) {
        store.updateFirst(
                query(where("_id").is(followUp.id()).and("state").in(OPEN)),
                Update.update("state", state).unset("cursor"),
                FollowUp.class);
    }
}
