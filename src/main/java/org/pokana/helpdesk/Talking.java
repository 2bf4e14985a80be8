package org.pokana.helpdesk;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.util.Optional;
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
        var asked = changes.find(id);
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
                .set("dueAt", desk.due())
                .unset("overdueAt")
                .set("askers.$.done", false)
                .push("events", changes.event(event, Kind.SAID, by, null, text));
        if (had) {
            said.set("liveUntil", clock.instant().plus(Desk.LIVE));
        }
        return changes.make(id, theirs, said).or(() -> changes.noted(id, event));
    }

    /** Somebody who asks needs no more; when that is everybody, it is over. */
    Optional<Question> leave(String id, ContactId by, Kind how) {
        for (var known = changes.find(id); known.isPresent() && isAsking(known.get(), by); known = changes.find(id)) {
            var askers = known.get().askers().stream()
                    .map(asker -> asker.contact().equals(by.value()) ? asker.withNoMore() : asker)
                    .toList();
            var left = new Update()
                    .set("askers", askers)
                    .push("events", changes.event(how + "-" + known.get().version(), how, by, null, ""));
            if (askers.stream().allMatch(Question.Asker::done)) {
                left.set("state", State.OVER).unset("liveUntil");
            }
            var after = changes.make(id, where("version").is(known.get().version()), left);
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
                .push("events", changes.event(Kind.FELL_SILENT, null, ""));
        return changes.make(question.id(), since, silent);
    }
}
