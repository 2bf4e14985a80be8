package org.pokana.announcement;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pokana.announcement.Announcement.Draft;
import org.pokana.announcement.Announcement.Progress;
import org.pokana.announcement.Announcement.State;
import org.pokana.kernel.Address;
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

    /** Those that were for people of this forum alone, the first one first. */
    public List<Announcement> ofForum(String forum) {
        return store.find(new Query().with(Sort.by("dueAt", "_id")), Announcement.class).stream()
                .filter(announcement ->
                        announcement.audience().forum().filter(forum::equals).isPresent())
                .toList();
    }

    /** Those on which there is a report, or those that wait and are on their way, newest first. */
    List<Announcement> latest(boolean settled, int skipped, int most) {
        var some = query(where("settled").is(settled)).with(Sort.by("frozenAt").descending());
        return store.find(some.skip(skipped).limit(most), Announcement.class);
    }

    /** Whether a file came with any of them. */
    boolean carry(String file) {
        return store.exists(query(where("media.file").is(file)), Announcement.class);
    }

    /**
     * Lets it go, or notes when it is to. Asked again with the same id, it is the announcement there already is.
     */
    public Announcement send(Draft draft) {
        var known = find(draft.id());
        if (known.isPresent()) {
            return known.get();
        }
        if (draft.terms().timing() != null) {
            return insert(announcement(draft, "", 0, State.SCHEDULED))
                    .orElseGet(() -> find(draft.id()).orElseThrow());
        }
        var frozen = freeze(draft.audience(), draft.terms());
        return insert(announcement(draft, frozen.list(), frozen.people(), State.RUNNING))
                .orElseGet(() -> {
                    frozen.discard(store);
                    return find(draft.id()).orElseThrow();
                });
    }

    /** Empty when it was sent meanwhile. */
    private Optional<Announcement> insert(Announcement announcement) {
        try {
            return Optional.of(store.insert(announcement));
        } catch (DuplicateKeyException sentMeanwhile) {
            return Optional.empty();
        }
    }

    /** Who gets it, on a list of its own, so that two who freeze at once do not mix their lists. */
    private record Frozen(String list, int people) {

        void discard(MongoOperations store) {
            Recipients.discard(store, list, people);
        }
    }

    private Frozen freeze(Audience audience, Terms terms) {
        var people = new ArrayList<String>();
        audiences.each(audience, terms.narrowing(), contact -> people.add(contact.key()));
        people.sort(null);
        var list = ids.next();
        Recipients.of(list, people).forEach(store::insert);
        return new Frozen(list, people.size());
    }

    /** Its time has come: who gets it is decided now. */
    void depart(Announcement scheduled) {
        var frozen = freeze(scheduled.audience(), scheduled.terms());
        var now = clock.instant();
        var departed = change(
                where("_id").is(scheduled.id()).and("state").is(State.SCHEDULED),
                Update.update("state", State.RUNNING)
                        .set("list", frozen.list())
                        .set("total", frozen.people())
                        .set("frozenAt", now)
                        .set("dueAt", now));
        if (departed.isEmpty()) {
            frozen.discard(store);
        }
    }

    private Announcement announcement(Draft draft, String list, int total, State state) {
        var now = clock.instant();
        return new Announcement(
                draft.id(),
                draft.texts(),
                draft.media(),
                draft.audience(),
                draft.by().value(),
                Optional.ofNullable(draft.reportTo()).map(Address::toString).orElse(null),
                draft.terms(),
                draft.dueAt(),
                list,
                now,
                total,
                0,
                state,
                false,
                0,
                0,
                Progress.none(now),
                null,
                null,
                null,
                null,
                null);
    }

    /** Holds at once; empty when there was nothing to stop. */
    public Optional<Announcement> stop(String id) {
        var stopped = change(
                where("_id").is(id).and("state").in(State.SCHEDULED, State.RUNNING, State.PAUSED),
                Update.update("state", State.STOPPED));
        stopped.ifPresent(this::callOff);
        return stopped;
    }

    /** Holds at once; empty when it was not on its way. */
    Optional<Announcement> pause(String id) {
        var paused = change(
                where("_id")
                        .is(id)
                        .and("state")
                        .is(State.RUNNING)
                        .and("settled")
                        .is(false),
                Update.update("state", State.PAUSED));
        paused.ifPresent(this::hold);
        return paused;
    }

    /** The same when it is a chat service that wants a pause. */
    Optional<Announcement> rest(Announcement running, Instant until) {
        var resting = change(
                where("_id")
                        .is(running.id())
                        .and("state")
                        .is(State.RUNNING)
                        .and("settled")
                        .is(false),
                Update.update("state", State.PAUSED).set("restUntil", until));
        resting.ifPresent(this::hold);
        return resting;
    }

    void hold(Announcement paused) {
        outbox.hold(paused.cause());
    }

    Optional<Announcement> resume(String id) {
        var resumed = change(where("_id").is(id).and("state").is(State.PAUSED), Update.update("state", State.RUNNING));
        resumed.ifPresent(this::letGo);
        return resumed;
    }

    void letGo(Announcement running) {
        outbox.resume(running.cause());
    }

    /** What failed or may not have arrived goes out once more, and is reported on again. */
    boolean sendAgain(Announcement settled, List<String> messages) {
        boolean goes = outbox.sendAgain(messages) > 0;
        if (goes) {
            reopen(where("_id").is(settled.id()));
        }
        return goes;
    }

    /** The same when it was decided elsewhere; what was stopped stays so. */
    void reopenUnlessStopped(String id) {
        reopen(where("_id").is(id).and("state").is(State.DONE));
    }

    private void reopen(Criteria which) {
        change(
                which.and("settled").is(true),
                Update.update("state", State.RUNNING)
                        .set("settled", false)
                        .unset("report")
                        .unset("leaseUntil")
                        .set("progress", Progress.none(clock.instant()))
                        .inc("edition", 1));
    }

    /** From now on it reads and looks like this. */
    void correct(String id, Dictated right) {
        change(where("_id").is(id), Update.update("texts", right.texts()).set("media", right.media()));
    }

    void callOff(Announcement announcement) {
        outbox.callOff(announcement.cause(), Optional.empty(), "stopped");
        outbox.callOff(announcement.boardCause(), Optional.empty(), "stopped");
    }

    private Optional<Announcement> change(Criteria which, Update update) {
        return Optional.ofNullable(store.findAndModify(
                query(which), update, FindAndModifyOptions.options().returnNew(true), Announcement.class));
    }
}
