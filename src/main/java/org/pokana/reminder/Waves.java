package org.pokana.reminder;

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
import org.pokana.forum.Forum;
import org.pokana.kernel.Ids;
import org.pokana.reminder.Wave.State;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** All waves. Whoever expands one holds a lease; a lease that ran out may be taken by anybody. */
@Component
class Waves {

    /** Renewed with each batch; after a crash nobody goes on before it is over. */
    private static final Duration LEASE = Duration.ofSeconds(20);

    private static final List<State> OPEN = List.of(State.PENDING, State.EXPANDING);

    private final MongoOperations store;
    private final Ids ids;
    private final Clock clock;

    Waves(MongoOperations store, Ids ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    Set<String> known(Collection<String> wanted) {
        return store.find(query(where("_id").in(wanted)), Wave.class).stream()
                .map(Wave::id)
                .collect(Collectors.toSet());
    }

    List<Wave> of(Forum forum) {
        return store.find(query(where("forum").is(forum.id()).and("version").is(forum.version())), Wave.class);
    }

    /** Leaves alone what another instance was quicker to add. */
    void add(Wave wave) {
        try {
            store.insert(wave);
        } catch (DuplicateKeyException addedMeanwhile) {
            return;
        }
    }

    List<Wave> due() {
        return store.find(query(where("state").in(OPEN).and("dueAt").lte(clock.instant())), Wave.class);
    }

    List<Wave> before(String forum, long version) {
        return store.find(query(where("forum").is(forum).and("version").lt(version)), Wave.class);
    }

    /** The wave to be expanded by the caller alone; empty when another is at it or it is settled. */
    Optional<Wave> claim(Wave wave) {
        var mine = Update.update("state", State.EXPANDING)
                .set("owner", ids.next())
                .set("leaseUntil", clock.instant().plus(LEASE));
        return Optional.ofNullable(store.findAndModify(
                query(free(wave)), mine, FindAndModifyOptions.options().returnNew(true), Wave.class));
    }

    /** Lets a wave wait, unless somebody is expanding it. */
    void postpone(Wave wave, Instant dueAt) {
        store.updateFirst(
                query(free(wave)), Update.update("state", State.PENDING).set("dueAt", dueAt), Wave.class);
    }

    private Criteria free(Wave wave) {
        return where("_id")
                .is(wave.id())
                .orOperator(
                        where("state").is(State.PENDING),
                        where("state").is(State.EXPANDING).and("leaseUntil").lt(clock.instant()));
    }

    /** Notes how far it is expanded; false when the wave is no longer the caller's. */
    boolean advance(Wave claimed, String cursor) {
        var further = Update.update("cursor", cursor)
                .set("leaseUntil", clock.instant().plus(LEASE));
        return store.updateFirst(query(mine(claimed)), further, Wave.class).getModifiedCount() == 1;
    }

    /** Keeps no trace of people in what is finished. */
    void done(Wave claimed) {
        store.updateFirst(
                query(mine(claimed)), Update.update("state", State.DONE).unset("cursor"), Wave.class);
    }

    private static Criteria mine(Wave claimed) {
        return where("_id")
                .is(claimed.id())
                .and("state")
                .is(State.EXPANDING)
                .and("owner")
                .is(claimed.owner());
    }

    /** Ends a wave that is not to ring, whoever may be expanding it. */
    void settle(Wave wave, State state) {
        store.updateFirst(
                query(where("_id").is(wave.id()).and("state").in(OPEN)),
                Update.update("state", state).unset("cursor"),
                Wave.class);
    }
}
