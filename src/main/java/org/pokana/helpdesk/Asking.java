package org.pokana.helpdesk;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pokana.faq.FaqEntry;
import org.pokana.helpdesk.Question.Asker;
import org.pokana.helpdesk.Question.State;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Takes questions for the team: kept before anybody is told, and put together with the same question of others. */
@Component
class Asking {

    /** Everybody can write, and each question rings on somebody's phone. */
    static final int MOST_A_DAY = 5;

    private final MongoOperations store;
    private final Desk desk;
    private final Telling telling;
    private final Leads leads;
    private final Earlier earlier;
    private final Clock clock;

    Asking(MongoOperations store, Desk desk, Telling telling, Leads leads, Earlier earlier, Clock clock) {
        this.store = store;
        this.desk = desk;
        this.telling = telling;
        this.leads = leads;
        this.earlier = earlier;
        this.clock = clock;
    }

    boolean areTooMany(ContactId from) {
        var today = where("contact").is(from.value());
        today.and("at").gt(clock.instant().minus(Duration.ofDays(1)));
        return store.count(query(where("askers").elemMatch(today)), Question.class) >= MOST_A_DAY;
    }

    /**
     * @param key of their asking it: asking it twice is asking it once
     * @param since when they began to ask: what was said before that helps to understand it
     */
    Question ask(ContactId from, Address address, String key, String text, Instant since) {
        return asked(from, key)
                .or(() -> already(from, text))
                .or(() -> joined(from, key, text))
                .orElseGet(() -> kept(from, address, key, text, since));
    }

    boolean isAsked(ContactId from, String key) {
        return asked(from, key).isPresent();
    }

    private Optional<Question> asked(ContactId from, String key) {
        var known =
                where("askers").elemMatch(where("key").is(key).and("contact").is(from.value()));
        return Optional.ofNullable(store.findOne(query(known), Question.class));
    }

    /** They ask once more what they still wait for. */
    private Optional<Question> already(ContactId from, String text) {
        return desk.open().stream()
                .filter(question -> question.askedBy(from.value())
                        .filter(asker -> leads.areAlike(asker.text(), text))
                        .isPresent())
                .findFirst();
    }

    private Optional<Question> joined(ContactId from, String key, String text) {
        return desk.open().stream()
                .filter(question -> !question.wasOpened()) // that is between two people
                .filter(question -> leads.areAlike(question.text(), text))
                .findFirst()
                .flatMap(question ->
                        join(question, new Asker(key, from.value(), text, List.of(), clock.instant(), false)));
    }

    /** As long as it is not answered: then it is another question. */
    private Optional<Question> join(Question question, Asker asker) {
        var open = where("_id").is(question.id()).and("state").in(State.WAITING, State.TAKEN);
        open.and("askers.contact").ne(asker.contact());
        var one = new Update()
                .push("askers", asker)
                .inc("version", 1)
                .set("untold", true)
                .set("changedAt", clock.instant());
        var joined = Optional.ofNullable(store.findAndModify(
                query(open), one, FindAndModifyOptions.options().returnNew(true), Question.class));
        joined.ifPresent(telling::tell);
        return joined;
    }

    private Question kept(ContactId from, Address address, String key, String text, Instant since) {
        var now = clock.instant();
        var near = leads.nearest(text);
        var asker = new Asker(key, from.value(), text, earlier.before(address, since), now, false);
        var question = new Question(
                key,
                State.WAITING,
                List.of(asker),
                near.stream().findFirst().map(FaqEntry::topic).orElse(null),
                near.stream().map(FaqEntry::id).toList(),
                null,
                List.of(),
                List.of(),
                List.of(),
                0,
                true,
                1,
                now,
                desk.due(),
                null,
                null,
                now,
                null);
        try {
            store.insert(question);
        } catch (DuplicateKeyException keptMeanwhile) {
            return desk.find(key).orElse(question);
        }
        telling.tell(question);
        return desk.find(key).orElse(question);
    }
}
