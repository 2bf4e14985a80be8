package org.pokana.helpdesk;

import static org.pokana.kernel.Phrase.phrase;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.pokana.helpdesk.Question.Asker;
import org.pokana.helpdesk.Question.Event;
import org.pokana.helpdesk.Question.State;
import org.pokana.messaging.Content;
import org.pokana.messaging.Message;
import org.pokana.messaging.Outbox;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Takes a person out of a question, and their words out of the chats of others; a question nobody asks goes altogether. */
@Component
class Forgetting {

    private final MongoOperations store;
    private final Outbox outbox;
    private final Telling telling;
    private final TakingBack takingBack;

    Forgetting(MongoOperations store, Outbox outbox, Telling telling, TakingBack takingBack) {
        this.store = store;
        this.outbox = outbox;
        this.telling = telling;
        this.takingBack = takingBack;
    }

    void forget(Question question, String person) {
        question.askedBy(person).ifPresent(asker -> takeBackWords(question, asker));
        if (question.askedBy(person).isPresent() && question.askers().size() == 1) {
            takeBack(Cards.cause(question), any -> true);
            store.remove(query(where("cause").is(question.cause())), Message.class);
            store.remove(query(where("_id").is(question.id())), Question.class);
            return;
        }
        var without = without(question, person);
        var asItIs = query(where("_id").is(question.id()).and("version").is(question.version()));
        if (store.replace(asItIs, without).getMatchedCount() == 0) {
            Optional.ofNullable(store.findById(question.id(), Question.class))
                    .ifPresent(changed -> forget(changed, person));
            return;
        }
        telling.tell(without);
        removeEarlierCards(without);
    }

    /** What they said besides, and what others were told in their words. */
    private void takeBackWords(Question question, Asker asker) {
        var theirs = question.events().stream()
                .filter(event -> asker.contact().equals(event.by()))
                .map(event -> question.cause() + ":" + event.key() + ":")
                .toList();
        takeBack(
                question.cause(),
                message -> !message.contact().equals(asker.contact())
                        && (theirs.stream().anyMatch(id -> message.id().startsWith(id))
                                || isIn(message, asker.text())));
    }

    private static boolean isIn(Message message, String words) {
        return Content.words(message.content()).text().contains(News.excerpt(words));
    }

    private void takeBack(String cause, Predicate<Message> which) {
        var gone = outbox.of(cause).stream().filter(which).toList();
        takingBack.takeBack(cause, gone, phrase("helpdesk.taken-back"));
        store.remove(query(where("_id").in(gone.stream().map(Message::id).toList())), Message.class);
    }

    /** Those that were changed for one without the person. */
    private void removeEarlierCards(Question question) {
        var all = outbox.of(Cards.cause(question));
        var now = all.stream()
                .filter(message -> message.id().startsWith(Cards.cause(question) + ":" + question.version() + ":"))
                .map(Message::contact)
                .toList();
        var earlier = all.stream()
                .filter(message -> !message.id().startsWith(Cards.cause(question) + ":" + question.version() + ":"))
                .filter(message -> now.contains(message.contact()))
                .map(Message::id)
                .toList();
        store.remove(query(where("_id").in(earlier)), Message.class);
    }

    /** Others see it as if they had never been there. */
    private static Question without(Question question, String person) {
        boolean had = person.equals(question.owner());
        boolean asked = question.askedBy(person).isPresent();
        var all = question.events();
        var events = kept(all, person, asked);
        return new Question(
                question.id(),
                had && question.state() == State.TAKEN ? State.WAITING : question.state(),
                question.askers().stream()
                        .filter(asker -> !asker.contact().equals(person))
                        .toList(),
                question.topic(),
                question.near(),
                had ? null : question.owner(),
                others(question.guests(), person),
                others(question.shownTo(), person),
                events,
                kept(all.subList(0, question.told()), person, asked).size(),
                true,
                question.version() + 1,
                question.at(),
                question.dueAt(),
                question.overdueAt(),
                had ? null : question.liveUntil(),
                question.changedAt(),
                question.draft());
    }

    private static List<Event> kept(List<Event> events, String person, boolean asked) {
        return events.stream()
                .filter(event -> !person.equals(event.to()) && !person.equals(event.text()))
                .filter(event -> !asked || !person.equals(event.by()))
                .map(event -> person.equals(event.by()) ? nameless(event) : event)
                .toList();
    }

    private static Event nameless(Event event) {
        return new Event(event.key(), event.kind(), null, event.to(), event.text(), event.at());
    }

    private static List<String> others(List<String> people, String person) {
        return people.stream().filter(one -> !one.equals(person)).toList();
    }
}
