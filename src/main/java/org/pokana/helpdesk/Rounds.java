package org.pokana.helpdesk;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.pokana.contact.Contact;
import org.pokana.helpdesk.Question.Kind;
import org.pokana.helpdesk.Question.State;
import org.pokana.messaging.WorkingHours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** What happens to questions by itself; making a round twice, or on two instances, does everything once. */
@Component
public class Rounds {

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);

    private static final int AT_ONCE = 200;

    private final MongoOperations store;
    private final Changes changes;
    private final Talking talking;
    private final Telling telling;
    private final Team team;
    private final LeftMessages left;
    private final HelpdeskSettings settings;
    private final Clock clock;

    Rounds(
            MongoOperations store,
            Changes changes,
            Talking talking,
            Telling telling,
            Team team,
            LeftMessages left,
            HelpdeskSettings settings,
            Clock clock) {
        this.store = store;
        this.changes = changes;
        this.talking = talking;
        this.telling = telling;
        this.team = team;
        this.left = left;
        this.settings = settings;
        this.clock = clock;
    }

    public void make() {
        left.askWaiting();
        each(some(where("untold").is(true)).stream(), telling::tell);
        each(some(where("liveUntil").lte(clock.instant())).stream(), talking::fallSilent);
        if (isWorkingTime()) {
            each(overdue(), this::tellOthers);
        }
    }

    /** One that cannot be seen to does not keep the others waiting. */
    private static void each(Stream<Question> questions, Consumer<Question> deed) {
        questions.forEach(question -> {
            try {
                deed.accept(question);
            } catch (RuntimeException e) {
                log.warn("question {} waits for the next round", question.id(), e);
            }
        });
    }

    private List<Question> some(Criteria which) {
        return store.find(query(which).limit(AT_ONCE), Question.class);
    }

    private boolean isWorkingTime() {
        var now = clock.instant();
        return WorkingHours.after(now, Duration.ZERO, settings.zone()).equals(now);
    }

    private Stream<Question> overdue() {
        var late = where("state").in(State.WAITING, State.TAKEN).and("dueAt").lte(clock.instant());
        return some(late.and("overdueAt").is(null)).stream()
                .filter(question -> !question.shownTo().isEmpty());
    }

    /** Nobody answered in time: others get to see it. */
    private void tellOthers(Question question) {
        var still = where("version").is(question.version()).and("overdueAt").is(null);
        var late = Update.update("overdueAt", clock.instant()).push("events", changes.event(Kind.OVERDUE, null, ""));
        late.addToSet("shownTo").each(others(question).toArray());
        changes.make(question.id(), still, late);
    }

    /** Those who stand in; if they have seen it already, everybody. */
    private List<String> others(Question question) {
        var deputies = team.deputies(question.topic()).stream()
                .map(Contact::key)
                .filter(one -> !question.shownTo().contains(one))
                .toList();
        return deputies.isEmpty() ? team.all().stream().map(Contact::key).toList() : deputies;
    }
}
