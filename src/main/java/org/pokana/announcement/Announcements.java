package org.pokana.announcement;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pokana.announcement.Announcement.Draft;
import org.pokana.announcement.Announcement.Progress;
import org.pokana.announcement.Announcement.State;
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
            Recipients.discard(store, list, people.size());
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
        outbox.callOff(announcement.boardCause(), Optional.empty(), "stopped");
    }

    private Optional<Announcement> change(Criteria which, Update update) {
        return Optional.ofNullable(store.findAndModify(
                query(which), update, FindAndModifyOptions.options().returnNew(true), Announcement.class));
    }
}
