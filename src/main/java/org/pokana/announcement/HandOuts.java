package org.pokana.announcement;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pokana.announcement.Announcement.Progress;
import org.pokana.announcement.Announcement.State;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Ids;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** What is being handed out, by whom and how far; whoever holds a lease that ran out can no longer note anything. */
@Component
class HandOuts {

    /** Renewed with each batch; after a crash nobody goes on before it is over. */
    private static final Duration LEASE = Duration.ofSeconds(20);

    private final MongoOperations store;
    private final Ids ids;
    private final Clock clock;

    HandOuts(MongoOperations store, Ids ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    List<Announcement> unsettled() {
        return store.find(query(where("settled").is(false)), Announcement.class);
    }

    /** For the caller alone; empty while another is at it. */
    Optional<Announcement> claim(Announcement seen) {
        var free = where("_id")
                .is(seen.id())
                .and("settled")
                .is(false)
                .orOperator(where("leaseUntil").is(null), where("leaseUntil").lt(clock.instant()));
        return change(free, lease().set("owner", ids.next()));
    }

    private Update lease() {
        return new Update().set("leaseUntil", clock.instant().plus(LEASE));
    }

    List<ContactId> recipients(Announcement announcement) {
        var part = store.findById(Recipients.id(announcement.list(), announcement.handedOut()), Recipients.class);
        return part == null
                ? List.of()
                : part.contacts().stream().map(ContactId::new).toList();
    }

    /** Notes that one more part is in the outbox; empty when it was stopped or is no longer the caller's. */
    Optional<Announcement> handedOut(Announcement claimed) {
        return change(mine(claimed).and("state").is(State.RUNNING), lease().inc("handedOut", 1));
    }

    /** Lets others go on. */
    void release(Announcement claimed) {
        change(mine(claimed), new Update().unset("leaseUntil"));
    }

    void told(Announcement claimed, Progress progress) {
        change(mine(claimed), Update.update("progress", progress));
    }

    void nextLook(Announcement claimed, Instant at) {
        change(mine(claimed), Update.update("progress.nextAt", at));
    }

    void settle(Announcement claimed, Report report) {
        var state = claimed.state() == State.STOPPED ? State.STOPPED : State.DONE;
        Recipients.discard(store, claimed.list(), claimed.total());
        change(
                mine(claimed).and("state").is(claimed.state()),
                Update.update("state", state).set("settled", true).set("report", report));
    }

    private static Criteria mine(Announcement claimed) {
        return where("_id")
                .is(claimed.id())
                .and("owner")
                .is(claimed.owner())
                .and("settled")
                .is(false);
    }

    private Optional<Announcement> change(Criteria which, Update update) {
        return Optional.ofNullable(store.findAndModify(
                query(which), update, FindAndModifyOptions.options().returnNew(true), Announcement.class));
    }
}
