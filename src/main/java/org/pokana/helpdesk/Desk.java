package org.pokana.helpdesk;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.helpdesk.Question.Event;
import org.pokana.helpdesk.Question.Kind;
import org.pokana.helpdesk.Question.State;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.WorkingHours;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * All questions for people and what those who answer do with them. Whoever has a question is decided by one guarded write;
 * each change is noted in the question itself before anybody is told, so that it is told after a crash, too.
 */
@Component
class Desk {

    /** So long asker and owner have each other's ear after the last word. */
    static final Duration LIVE = Duration.ofDays(1);

    /** So much working time is a working day. */
    private static final Duration A_DAY = Duration.ofHours(12);

    private static final int MOST = 200;

    private final MongoOperations store;
    private final Changes changes;
    private final HelpdeskSettings settings;
    private final Clock clock;

    Desk(MongoOperations store, Changes changes, HelpdeskSettings settings, Clock clock) {
        this.store = store;
        this.changes = changes;
        this.settings = settings;
        this.clock = clock;
    }

    Optional<Question> find(String id) {
        return changes.find(id);
    }

    /** What waits for an answer, the longest waiting first. */
    List<Question> open() {
        var open = where("state").in(State.WAITING, State.TAKEN);
        return store.find(query(open).with(Sort.by("at")).limit(MOST), Question.class);
    }

    /** What somebody is just talking about with whoever has it; of several, what was spoken of last. */
    Optional<Question> liveWith(ContactId asker) {
        var theirs = where("askers")
                .elemMatch(where("contact").is(asker.value()).and("done").is(false));
        theirs.and("liveUntil").gt(clock.instant());
        var latest = query(theirs).with(Sort.by(Direction.DESC, "changedAt")).limit(1);
        return Optional.ofNullable(store.findOne(latest, Question.class));
    }

    /** All that somebody asked and that is still kept, the latest first. */
    List<Question> askedBy(ContactId asker) {
        var theirs = query(where("askers.contact").is(asker.value()));
        return store.find(theirs.with(Sort.by(Direction.DESC, "changedAt")).limit(MOST), Question.class);
    }

    /** By when somebody should have answered what is asked now: within a working day. */
    Instant due() {
        return WorkingHours.after(clock.instant(), A_DAY, settings.zone());
    }

    /** Taking it twice is taking it once; empty when somebody else has it. */
    Optional<Question> take(String id, ContactId by) {
        var now = clock.instant();
        var free = where("state").in(State.WAITING, State.TAKEN).and("owner").is(null);
        var mine = Update.update("owner", by.value())
                .set("state", State.TAKEN)
                .set("liveUntil", now.plus(LIVE))
                .push("events", changes.event(Kind.TAKEN, by, ""));
        return changes.make(id, free, mine).or(() -> had(id, by));
    }

    /** From somebody who has it and lets people wait. */
    Optional<Question> takeOver(String id, ContactId by, @Nullable String from) {
        var late = where("state")
                .is(State.TAKEN)
                .and("owner")
                .is(from)
                .and("overdueAt")
                .ne(null);
        var mine = Update.update("owner", by.value())
                .set("dueAt", due())
                .unset("overdueAt")
                .set("liveUntil", clock.instant().plus(LIVE))
                .push("events", changes.event(Kind.TAKEN, by, ""));
        return changes.make(id, late, mine).or(() -> had(id, by));
    }

    private Optional<Question> had(String id, ContactId by) {
        return find(id).filter(question -> by.value().equals(question.owner()));
    }

    /**
     * Answers everybody who asks it, or one of them; who answers a question that nobody has, has it.
     *
     * @param event what makes answering twice answering once
     */
    Optional<Question> answer(String id, String event, ContactId by, @Nullable String to, Kind how, String text) {
        var mineOrFree = where("owner")
                .in(Arrays.asList(null, by.value()))
                .and("events.key")
                .ne(event);
        var answered = Update.update("owner", by.value())
                .set("state", State.ANSWERED)
                .set("liveUntil", clock.instant().plus(LIVE))
                .push("events", changes.event(event, how, by, to, text));
        return changes.make(id, mineOrFree, answered).or(() -> changes.noted(id, event));
    }

    /** Gives it to somebody else, who need not be of the team. */
    Optional<Question> forward(String id, ContactId by, ContactId to, boolean guest) {
        var mineOrFree = where("owner").in(Arrays.asList(null, by.value()));
        var theirs = Update.update("owner", to.value())
                .set("state", State.TAKEN)
                .set("dueAt", due())
                .unset("overdueAt")
                .set("liveUntil", clock.instant().plus(LIVE))
                .addToSet("shownTo", to.value())
                .push("events", changes.event(Kind.FORWARDED, by, to.value()));
        if (guest) {
            theirs.addToSet("guests", to.value());
        }
        return changes.make(id, mineOrFree, theirs).or(() -> had(id, to));
    }

    /** It was forwarded to somebody who cannot answer it: the team has it again. */
    Optional<Question> giveBack(String id, ContactId by, String why) {
        var theirs = where("owner").is(by.value()).and("state").is(State.TAKEN);
        var free = new Update()
                .set("state", State.WAITING)
                .unset("owner")
                .unset("liveUntil")
                .push("events", changes.event(Kind.RETURNED, by, why));
        return changes.make(id, theirs, free);
    }

    Optional<Question> decline(String id, ContactId by, String why) {
        var mineOrFree =
                where("owner").in(Arrays.asList(null, by.value())).and("state").ne(State.OVER);
        return changes.make(
                id, mineOrFree, over(changes.event(Kind.DECLINED, by, why)).set("owner", by.value()));
    }

    /** The owner ends the talk, for all who ask. */
    Optional<Question> finish(String id, ContactId by) {
        var mine = where("owner").is(by.value()).and("state").ne(State.OVER);
        return changes.make(id, mine, over(changes.event(Kind.FINISHED, by, "")));
    }

    private static Update over(Event last) {
        return new Update().set("state", State.OVER).unset("liveUntil").push("events", last);
    }
}
