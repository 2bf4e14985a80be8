package org.pokana.helpdesk;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.pokana.helpdesk.Question.Asker;
import org.pokana.helpdesk.Question.Kind;
import org.pokana.helpdesk.Question.State;
import org.pokana.kernel.ContactId;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** What those who ask do after they asked: they say more, or need no more; and what is when nobody says anything. */
@Component
class Talking {

    private final Desk desk;
    private final Changes changes;
    private final Clock clock;

    Talking(Desk desk, Changes changes, Clock clock) {
        this.desk = desk;
        this.changes = changes;
        this.clock = clock;
    }

    /** What somebody who asks says besides: whoever has it hears it, and should answer again. */
    Optional<Question> say(String id, String event, ContactId by, String text) {
        return change(id, known -> known.askedBy(by.value()).isPresent() && !hasNoted(known, event), known -> {
            boolean had = known.owner() != null;
            var said = Update.update("state", had ? State.TAKEN : State.WAITING)
                    .set("dueAt", desk.due())
                    .unset("overdueAt")
                    .set("askers", askers(known, by, false))
                    .push("events", changes.event(event, Kind.SAID, by, null, text));
            return had ? said.set("liveUntil", clock.instant().plus(Desk.LIVE)) : said;
        });
    }

    private static boolean hasNoted(Question question, String event) {
        return question.events().stream().anyMatch(each -> each.key().equals(event));
    }

    /** Somebody who asks needs no more; when that is everybody, it is over. */
    Optional<Question> leave(String id, ContactId by, Kind how) {
        return change(id, known -> isAsking(known, by), known -> {
            var askers = askers(known, by, true);
            var left = Update.update("askers", askers)
                    .push("events", changes.event(how + "-" + known.version(), how, by, null, ""));
            boolean over = askers.stream().allMatch(Asker::done);
            return over ? left.set("state", State.OVER).unset("liveUntil") : left;
        });
    }

    private static boolean isAsking(Question question, ContactId who) {
        return question.askedBy(who.value()).filter(asker -> !asker.done()).isPresent();
    }

    private static List<Asker> askers(Question question, ContactId who, boolean done) {
        return question.askers().stream()
                .map(asker -> asker.contact().equals(who.value()) ? asker.thatIs(done) : asker)
                .toList();
    }

    /** As often as it takes until nobody else changed it meanwhile. */
    private Optional<Question> change(String id, Predicate<Question> still, Function<Question, Update> how) {
        var known = changes.find(id);
        while (known.filter(still).isPresent()) {
            var asItIs = where("version").is(known.get().version());
            var after = changes.make(id, asItIs, how.apply(known.get()));
            if (after.isPresent()) {
                return after;
            }
            known = changes.find(id);
        }
        return known;
    }

    /** Neither said anything for so long that we speak again. */
    Optional<Question> fallSilent(Question question) {
        var since = where("liveUntil").is(question.liveUntil());
        var state = question.state() == State.ANSWERED ? State.OVER : question.state();
        var silent = new Update()
                .set("state", state)
                .unset("liveUntil")
                .push("events", changes.event(Kind.FELL_SILENT, null, ""));
        return changes.make(question.id(), since, silent);
    }
}
