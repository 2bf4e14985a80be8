package org.pokana.forum;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pokana.forum.Forum.Status;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * All forums. A change that people must be told raises the forum's version once, however often it is asked for; those
 * concerned are told by {@link Notices}.
 */
@Component
public class Forums {

    private static final FindAndModifyOptions CHANGED =
            FindAndModifyOptions.options().returnNew(true);

    private final MongoOperations store;
    private final Clock clock;

    public Forums(MongoOperations store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public Optional<Forum> find(String id) {
        return Optional.ofNullable(store.findById(id, Forum.class));
    }

    /** Those that are not over and not cancelled, the next one first. */
    public List<Forum> upcoming(Instant now) {
        return soonestFirst(where("ends").gt(now).and("status").ne(Status.CANCELLED));
    }

    /** Those one can register for now, the next one first; full ones too, for their waiting list. */
    public List<Forum> openForRegistration() {
        return soonestFirst(where("starts").gt(clock.instant()).and("status").is(Status.OPEN));
    }

    public List<Forum> all() {
        return soonestFirst(new Criteria());
    }

    private List<Forum> soonestFirst(Criteria criteria) {
        return store.find(query(criteria).with(Sort.by("starts", "_id")), Forum.class);
    }

    public boolean none() {
        return !store.exists(new Query(), Forum.class);
    }

    /** Adds a forum unless there is one with its id. */
    public void add(Forum forum) {
        try {
            store.insert(forum);
        } catch (DuplicateKeyException thereAlready) {
            return;
        }
    }

    /** Moves a forum to another local time of its zone; it lasts as long as before, its agenda moves along. */
    public Optional<Forum> move(String id, LocalDateTime newStart) {
        return change(id, forum -> moved(forum, newStart, Duration.between(forum.starts(), forum.ends())));
    }

    /** The same, for longer or shorter than before. */
    public Optional<Forum> move(String id, LocalDateTime newStart, Duration lasts) {
        return change(id, forum -> moved(forum, newStart, lasts));
    }

    /** All at once, so that people are told of it in one message. */
    public Optional<Forum> revise(String id, Plan plan) {
        return change(id, forum -> plan.isOf(forum) ? null : revised(forum, plan));
    }

    private static Update revised(Forum forum, Plan plan) {
        var starts = plan.start().atZone(forum.zone()).toInstant();
        return rescheduled(forum, plan.agenda())
                .set("starts", starts)
                .set("ends", starts.plus(plan.lasts()))
                .set("venue", plan.venue());
    }

    /** What it is about and for whom; nobody has to be told. */
    public void describe(String id, Description description) {
        store.updateFirst(
                query(where("_id").is(id)),
                Update.update("title", description.title())
                        .set("summary", description.summary())
                        .set("languages", description.languages())
                        .set("groups", description.groups()),
                Forum.class);
    }

    private static @Nullable Update moved(Forum forum, LocalDateTime newStart, Duration lasts) {
        var starts = newStart.atZone(forum.zone());
        var ends = starts.toInstant().plus(lasts);
        if (starts.toInstant().equals(forum.starts()) && ends.equals(forum.ends())) {
            return null;
        }
        var hours = Duration.between(forum.startsAt().toLocalTime(), starts.toLocalTime());
        return Update.update("starts", starts.toInstant())
                .set("ends", ends)
                .set(
                        "agenda",
                        forum.agenda().stream().map(item -> item.later(hours)).toList());
    }

    public Optional<Forum> relocate(String id, Venue venue) {
        return change(id, forum -> venue.equals(forum.venue()) ? null : Update.update("venue", venue));
    }

    /** Another agenda; those who registered before are told what is new in it and what is not in it any more. */
    public Optional<Forum> reschedule(String id, List<AgendaItem> agenda) {
        return change(id, forum -> agenda.equals(forum.agenda()) ? null : rescheduled(forum, agenda));
    }

    private static Update rescheduled(Forum forum, List<AgendaItem> agenda) {
        var update = Update.update("agenda", agenda);
        // Forums made before it was kept: what people know is what it has been until now.
        return forum.told().agenda() == null ? update.set("told.agenda", forum.agenda()) : update;
    }

    public Optional<Forum> cancel(String id) {
        return change(id, forum -> Update.update("status", Status.CANCELLED));
    }

    /** The forum after the change; empty if there is none or it is cancelled already and for good. */
    private Optional<Forum> change(String id, Function<Forum, @Nullable Update> change) {
        while (true) {
            var forum = store.findById(id, Forum.class);
            if (forum == null || forum.isCancelled()) {
                return Optional.ofNullable(forum);
            }
            var update = change.apply(forum);
            if (update == null) {
                return Optional.of(forum);
            }
            var changed = store.findAndModify(
                    query(where("_id").is(id).and("version").is(forum.version())),
                    update.inc("version", 1).set("changedAt", clock.instant()),
                    CHANGED,
                    Forum.class);
            if (changed != null) {
                return Optional.of(changed);
            }
        }
    }

    /** Lets people register or no longer; nobody has to be told. */
    public void open(String id, boolean open) {
        store.updateFirst(
                query(where("_id").is(id).and("status").ne(Status.CANCELLED)),
                Update.update("status", open ? Status.OPEN : Status.CLOSED),
                Forum.class);
    }

    /** When people are reminded of it: rules of its own, or none for the usual ones; nobody has to be told. */
    public void reminders(String id, List<String> rules) {
        store.updateFirst(query(where("_id").is(id)), Update.update("reminders", rules), Forum.class);
    }

    /** Takes no seat from anybody, however low; more seats go to those waiting at the next {@link Registrations#promote}. */
    public void capacity(String id, int seats) {
        store.updateFirst(query(where("_id").is(id)), Update.update("capacity", seats), Forum.class);
    }

    /** Other rules for who gets the seats; takes none from anybody, and who waits is asked at the next {@link Registrations#promote}. */
    Optional<Forum> allot(String id, UnaryOperator<Allotment> change) {
        while (true) {
            var forum = store.findById(id, Forum.class);
            if (forum == null) {
                return Optional.empty();
            }
            var wanted = change.apply(Allotment.of(forum)).orNothing();
            var update = wanted == null ? new Update().unset("allotment") : Update.update("allotment", wanted);
            // Whoever counted the seats by the old rules sees that something was decided since.
            var changed = store.findAndModify(
                    query(where("_id").is(id).and("desk.freed").is(forum.desk().freed())),
                    update.inc("desk.freed", 1),
                    CHANGED,
                    Forum.class);
            if (changed != null) {
                return Optional.of(changed);
            }
        }
    }

    /** Those changed in a way that the people concerned are not yet told of. */
    List<Forum> changed() {
        return all().stream()
                .filter(forum -> forum.told().version() < forum.version())
                .toList();
    }

    /** Notes that the notices about this version are queued. */
    void told(Forum forum) {
        store.updateFirst(
                query(where("_id").is(forum.id()).and("told.version").lt(forum.version())),
                Update.update(
                        "told",
                        new Forum.Told(forum.version(), forum.starts(), forum.ends(), forum.venue(), forum.agenda())),
                Forum.class);
    }
}
