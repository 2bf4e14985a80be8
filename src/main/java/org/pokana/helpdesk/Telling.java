package org.pokana.helpdesk;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Optional;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.helpdesk.Question.State;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Line;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Words;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Tells everybody concerned what became of a question: cards in the chats of those who may answer are put right, and
 * each event is told once. What is told follows from the question alone, under ids that make telling it again harmless.
 */
@Component
class Telling {

    private final MongoOperations store;
    private final Contacts contacts;
    private final Outbox outbox;
    private final Words words;
    private final Team team;
    private final Cards cards;
    private final News news;
    private final Daytime daytime;

    Telling(
            MongoOperations store,
            Contacts contacts,
            Outbox outbox,
            Words words,
            Team team,
            Cards cards,
            News news,
            Daytime daytime) {
        this.store = store;
        this.contacts = contacts;
        this.outbox = outbox;
        this.words = words;
        this.team = team;
        this.cards = cards;
        this.news = news;
        this.daytime = daytime;
    }

    /** False while there is nobody who could answer: then it waits for somebody. */
    boolean tell(Question changed) {
        var question = changed.shownTo().isEmpty() ? summoned(changed) : changed;
        cards.show(question);
        question.events().stream().skip(question.told()).forEach(event -> news.of(question, event)
                .forEach((to, line) -> send(question, event.key(), to, line)));
        boolean somebody = !question.shownTo().isEmpty() || question.state() == State.OVER;
        if (somebody) {
            store.updateFirst(
                    query(where("_id").is(question.id()).and("version").is(question.version())),
                    Update.update("untold", false).set("told", question.events().size()),
                    Question.class);
        }
        return somebody;
    }

    /** Those on duty when it can first be shown to somebody. */
    private Question summoned(Question question) {
        var onDuty = team.onDuty(question.topic()).stream().map(Contact::key).toList();
        if (onDuty.isEmpty()) {
            return question;
        }
        var summoned = store.findAndModify(
                query(where("_id").is(question.id()).and("shownTo").size(0)),
                Update.update("shownTo", onDuty),
                FindAndModifyOptions.options().returnNew(true),
                Question.class);
        return summoned == null
                ? Optional.ofNullable(store.findById(question.id(), Question.class))
                        .orElse(question)
                : summoned;
    }

    /** Between those who talk nothing waits behind what goes to many. */
    private void send(Question question, String event, String to, Line line) {
        contacts.find(new ContactId(to))
                .flatMap(contact -> daytime.post(
                        question.cause() + ":" + event + ":" + to,
                        contact,
                        words.content(line, contact.language()),
                        question.cause(),
                        Lane.REPLY))
                .ifPresent(post -> outbox.put(List.of(post)));
    }
}
