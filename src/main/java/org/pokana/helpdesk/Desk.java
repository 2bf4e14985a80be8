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
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * All questions for people and what the team does with them. Whoever has a question is decided by one guarded write;
 * each change is noted in the question itself before anybody is told, so that it is told after a crash, too.
 */
@Component
class Desk {

    /** So long asker and owner have each other's ear after the last word. */
    static final Duration LIVE = Duration.ofDays(1);

    private static final int MOST = 200;

    private final MongoOperations store;
    private final Telling telling;
    private final HelpdeskSettings settings;
    private final Clock clock;

    Desk(MongoOperations store, Telling telling, HelpdeskSettings settings, Clock clock) {
        this.store = store;
        this.telling = telling;
        this.settings = settings;
        this.clock = clock;
    }

    Optional<Question> find(String id) {
        return Optional.ofNullable(store.findById(id, Question.class));
    }

    /** What waits for an answer, the longest waiting first. */
    List<Question> open() {
        var open = where("state").in(State.WAITING, State.TAKEN);
        return store.find(query(open).with(Sort.by("at")).limit(MOST), Question.class);
    }

    /** By when somebody should have answered what is asked now: within a working day. */
    Instant due() {
        return WorkingHours.after(clock.instant(), settings.answerWithin(), settings.zone());
    }

    /** Taking it twice is taking it once; empty when somebody else has it. */
    Optional<Question> take(String id, ContactId by) {
        var now = clock.instant();
        var free = where("state").in(State.WAITING, State.TAKEN).and("owner").is(null);
        var mine = Update.update("owner", by.value())
                .set("state", State.TAKEN)
                .set("liveUntil", now.plus(LIVE))
                .push("events", event("taken-" + clock.millis(), Kind.TAKEN, by, null, ""));
        return change(id, free, mine).or(() -> had(id, by));
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
                .push("events", event("taken-" + clock.millis(), Kind.TAKEN, by, null, ""));
        return change(id, late, mine).or(() -> had(id, by));
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
                .push("events", event(event, how, by, to, text));
        return change(id, mineOrFree, answered).or(() -> noted(id, event));
    }

    /** What somebody who asks says besides: whoever has it hears it, and should answer again. */
    Optional<Question> say(String id, String event, ContactId by, String text) {
        var asked = find(id);
        if (asked.isEmpty()) {
            return asked;
        }
        boolean had = asked.get().owner() != null;
        var theirs = where("askers.contact")
                .is(by.value())
                .and("owner")
                .is(asked.get().owner());
        theirs.and("events.key").ne(event);
        var said = Update.update("state", had ? State.TAKEN : State.WAITING)
                .set("dueAt", due())
                .unset("overdueAt")
                .set("askers.$.done", false)
                .push("events", event(event, Kind.SAID, by, null, text));
        if (had) {
            said.set("liveUntil", clock.instant().plus(LIVE));
        }
        return change(id, theirs, said).or(() -> noted(id, event));
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
                .push("events", event("forwarded-" + clock.millis(), Kind.FORWARDED, by, null, to.value()));
        if (guest) {
            theirs.addToSet("guests", to.value());
        }
        return change(id, mineOrFree, theirs).or(() -> had(id, to));
    }

    /** It was forwarded to somebody who cannot answer it: the team has it again. */
    Optional<Question> giveBack(String id, ContactId by, String why) {
        var theirs = where("owner").is(by.value()).and("state").is(State.TAKEN);
        var free = new Update()
                .set("state", State.WAITING)
                .unset("owner")
                .unset("liveUntil")
                .push("events", event("returned-" + clock.millis(), Kind.RETURNED, by, null, why));
        return change(id, theirs, free);
    }

    Optional<Question> decline(String id, ContactId by, String why) {
        var mineOrFree =
                where("owner").in(Arrays.asList(null, by.value())).and("state").ne(State.OVER);
        return change(
                id,
                mineOrFree,
                over(event("declined", Kind.DECLINED, by, null, why)).set("owner", by.value()));
    }

    /** The owner ends the talk, for all who ask. */
    Optional<Question> finish(String id, ContactId by) {
        var mine = where("owner").is(by.value()).and("state").ne(State.OVER);
        return change(id, mine, over(event("finished-" + clock.millis(), Kind.FINISHED, by, null, "")));
    }

    /** Somebody who asks needs no more; when that is everybody, it is over. */
    Optional<Question> leave(String id, ContactId by, Kind how) {
        for (var known = find(id); known.isPresent() && isAsking(known.get(), by); known = find(id)) {
            var askers = known.get().askers().stream()
                    .map(asker -> asker.contact().equals(by.value()) ? asker.withNoMore() : asker)
                    .toList();
            var left = new Update()
                    .set("askers", askers)
                    .push("events", event(how + "-" + known.get().version(), how, by, null, ""));
            if (askers.stream().allMatch(Question.Asker::done)) {
                left.set("state", State.OVER).unset("liveUntil");
            }
            var after = change(id, where("version").is(known.get().version()), left);
            if (after.isPresent()) {
                return after;
            }
        }
        return Optional.empty();
    }

    private static boolean isAsking(Question question, ContactId who) {
        return question.askedBy(who.value()).filter(asker -> !asker.done()).isPresent();
    }

    /** Neither said anything for so long that we speak again. */
    Optional<Question> fallSilent(Question question) {
        var since = where("liveUntil").is(question.liveUntil());
        var state = question.state() == State.ANSWERED ? State.OVER : question.state();
        var silent = new Update()
                .set("state", state)
                .unset("liveUntil")
                .push("events", event("silent-" + question.version(), Kind.FELL_SILENT, null, null, ""));
        return change(question.id(), since, silent);
    }

    /** Nobody answered in time: others get to see it. */
    Optional<Question> isOverdue(Question question, List<String> others) {
        var still = where("version").is(question.version()).and("overdueAt").is(null);
        var late = Update.update("overdueAt", clock.instant())
                .push("events", event("overdue-" + question.version(), Kind.OVERDUE, null, null, ""));
        late.addToSet("shownTo").each(others.toArray());
        return change(question.id(), still, late);
    }

    private static Update over(Event last) {
        return new Update().set("state", State.OVER).unset("liveUntil").push("events", last);
    }

    /** What was changed already, when it is done a second time. */
    private Optional<Question> noted(String id, String event) {
        return find(id).filter(question ->
                question.events().stream().anyMatch(each -> each.key().equals(event)));
    }

    private Optional<Question> change(String id, Criteria guard, Update update) {
        update.inc("version", 1).set("untold", true).set("changedAt", clock.instant());
        var changed = Optional.ofNullable(store.findAndModify(
                query(guard.and("_id").is(id)),
                update,
                FindAndModifyOptions.options().returnNew(true),
                Question.class));
        changed.ifPresent(telling::tell);
        return changed;
    }

    private Event event(String id, Kind kind, @Nullable ContactId by, @Nullable String to, String text) {
        return new Event(id, kind, by == null ? null : by.value(), to, text, clock.instant());
    }
}
