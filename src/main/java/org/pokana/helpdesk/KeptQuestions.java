package org.pokana.helpdesk;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Fades;
import org.pokana.messaging.Forgets;
import org.pokana.messaging.Remembers;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** What is kept of people who asked or answered. */
@Component
class KeptQuestions implements Remembers, Forgets, Fades {

    private final MongoOperations store;
    private final Forgetting forgetting;

    KeptQuestions(MongoOperations store, Forgetting forgetting) {
        this.store = store;
        this.forgetting = forgetting;
    }

    @Override
    public String name() {
        return "questions";
    }

    @Override
    public List<?> of(ContactId contact, List<Address> addresses) {
        return concerning(contact).stream()
                .flatMap(question -> Stream.concat(
                        question.askedBy(contact.value()).stream()
                                .map(asker -> Map.of("at", asker.at().toString(), "asked", asker.text())),
                        question.events().stream()
                                .filter(event -> contact.value().equals(event.by())
                                        && !event.text().isEmpty())
                                .map(event -> Map.of("at", event.at().toString(), "said", event.text()))))
                .toList();
    }

    @Override
    public void forget(ContactId contact, List<Address> addresses) {
        concerning(contact).forEach(question -> forgetting.forget(question, contact.value()));
    }

    @Override
    public long fade(Instant before) {
        return store.remove(query(where("changedAt").lt(before)), Question.class)
                .getDeletedCount();
    }

    private List<Question> concerning(ContactId contact) {
        var id = contact.value();
        return store.find(
                query(new Criteria()
                        .orOperator(
                                where("askers.contact").is(id),
                                where("owner").is(id),
                                where("shownTo").is(id),
                                where("guests").is(id),
                                where("events.by").is(id),
                                where("events.to").is(id))),
                Question.class);
    }
}
