package org.pokana.announcement;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pokana.announcement.Announcement.Draft;
import org.pokana.announcement.Announcement.Progress;
import org.pokana.announcement.Announcement.State;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Ids;
import org.pokana.messaging.Outbox;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** All announcements. Each change is one write to one document and is safe to repeat. */
@Component
public class Announcements {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final MongoOperations store;
    private final Audiences audiences;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    public Announcements(MongoOperations store, Audiences audiences, Outbox outbox, Ids ids, Clock clock) {
        this.store = store;
        this.audiences = audiences;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    public Optional<Announcement> find(String id) {
        return Optional.ofNullable(store.findById(id, Announcement.class));
    }

    /** The last ones, newest first. */
    public List<Announcement> latest(int most) {
        return store.find(new Query().with(Sort.by("frozenAt").descending()).limit(most), Announcement.class);
    }

    /** Freezes who gets it and lets it go. Asked again with the same id, it is the announcement there already is. */
    public Announcement send(Draft draft) {
        return find(draft.id()).orElseGet(() -> freeze(draft));
    }

    private Announcement freeze(Draft draft) {
        var people = new ArrayList<String>();
        audiences.each(draft.audience(), contact -> people.add(contact.key()));
        people.sort(null);
        var list = ids.next(); // of its own, so that two who freeze at once do not mix their lists
        Recipients.of(list, people).forEach(store::insert);
        try {
            return store.insert(announcement(draft, list, people.size()));
        } catch (DuplicateKeyException sentMeanwhile) {
            discard(list, people.size());
            return find(draft.id()).orElseThrow(() -> sentMeanwhile);
        }
    }

    private Announcement announcement(Draft draft, String list, int total) {
        var now = clock.instant();
        return new Announcement(
                draft.id(),
                draft.texts(),
                draft.audience(),
                draft.by().value(),
                draft.reportTo().toString(),
                draft.atNight(),
                draft.dueAt(),
                list,
                now,
                total,
                0,
                State.RUNNING,
                false,
                Progress.none(now),
                null,
                null,
                null);
    }

    private void discard(String list, int people) {
        store.remove(query(where("_id").in(Recipients.ids(list, people))), Recipients.class);
    }

    /** Holds at once; empty when there was nothing to stop. */
    public Optional<Announcement> stop(String id) {
        var stopped = change(
                where("_id").is(id).and("state").is(State.RUNNING),
                Update.update("state", State.STOPPED).set("progress.nextAt", clock.instant()));
        stopped.ifPresent(this::callOff);
        return stopped;
    }

    void callOff(Announcement announcement) {
        outbox.callOff(announcement.cause(), Optional.empty(), "stopped");
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
        discard(claimed.list(), claimed.total());
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
