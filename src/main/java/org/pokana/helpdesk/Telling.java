package org.pokana.helpdesk;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pokana.contact.Contact;
import org.pokana.contact.Contact.Reach;
import org.pokana.contact.Contacts;
import org.pokana.helpdesk.Question.State;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Line;
import org.pokana.messaging.Content;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.pokana.messaging.QuietHours;
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

    private static final List<Message.State> IN_THE_CHAT =
            List.of(Message.State.SENT, Message.State.UNCERTAIN, Message.State.SENDING);

    /** Who wrote so lately is not asleep. */
    private static final Duration AWAKE = Duration.ofMinutes(30);

    private final MongoOperations store;
    private final Contacts contacts;
    private final Outbox outbox;
    private final Words words;
    private final Team team;
    private final Card card;
    private final News news;
    private final HelpdeskSettings settings;
    private final Clock clock;

    Telling(
            MongoOperations store,
            Contacts contacts,
            Outbox outbox,
            Words words,
            Team team,
            Card card,
            News news,
            HelpdeskSettings settings,
            Clock clock) {
        this.store = store;
        this.contacts = contacts;
        this.outbox = outbox;
        this.words = words;
        this.team = team;
        this.card = card;
        this.news = news;
        this.settings = settings;
        this.clock = clock;
    }

    /** False while there is nobody who could answer: then it waits for somebody. */
    boolean tell(Question changed) {
        var question = changed.shownTo().isEmpty() ? summoned(changed) : changed;
        question.shownTo().forEach(reader -> show(question, reader));
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

    /** Puts the card as it is now in the place of how it was. */
    private void show(Question question, String reader) {
        var id = cards(question) + ":" + question.version() + ":" + reader;
        var contact = contacts.find(new ContactId(reader));
        if (contact.isEmpty() || outbox.find(id).isPresent()) {
            return;
        }
        var content =
                words.content(card.of(question, contact.get()), contact.get().language());
        var before = outbox.of(cards(question), IN_THE_CHAT).stream()
                .filter(message -> message.contact().equals(reader))
                .max(Comparator.comparing(Message::putAt));
        if (before.map(Message::content).filter(content::equals).isPresent()) {
            return;
        }
        outbox.callOff(cards(question), Optional.of(reader), "it says something else now");
        before.ifPresentOrElse(
                shown -> outbox.put(List.of(inPlaceOf(shown, id, content, cards(question)))),
                () -> put(id, contact.get(), content, cards(question), Lane.REMINDER));
    }

    private Post inPlaceOf(Message shown, String id, Content content, String cause) {
        var reader = new ContactId(shown.contact());
        var post = Post.of(id, reader, shown.address(), Lane.REMINDER, content, cause, clock.instant());
        var receipt = shown.receipt();
        return receipt == null ? post.amending(shown.id()) : post.replacing(receipt);
    }

    static String cards(Question question) {
        return "question-cards:" + question.id();
    }

    /** Between those who talk nothing waits behind what goes to many. */
    private void send(Question question, String event, String to, Line line) {
        contacts.find(new ContactId(to))
                .ifPresent(contact -> put(
                        question.cause() + ":" + event + ":" + to,
                        contact,
                        words.content(line, contact.language()),
                        question.cause(),
                        Lane.REPLY));
    }

    /** At once to who is awake, as they have just written; to others by day. */
    private void put(String id, Contact to, Content content, String cause, Lane lane) {
        var now = clock.instant();
        boolean awake = to.reaches().stream().map(Reach::lastHeard).anyMatch(heard -> heard.plus(AWAKE)
                .isAfter(now));
        var due = awake ? now : byDay(now);
        var by = due.equals(now) ? lane : Lane.REMINDER;
        to.address().ifPresent(address -> outbox.put(List.of(Post.of(id, to.id(), address, by, content, cause, due))));
    }

    private Instant byDay(Instant now) {
        return QuietHours.morningAfter(now, settings.zone()).orElse(now);
    }
}
