package org.pokana.helpdesk;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Content;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message;
import org.pokana.messaging.Message.State;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** The cards of a question in people's chats: where one says something else than the question now does, it is changed. */
@Component
class Cards {

    private static final List<State> IN_THE_CHAT = List.of(State.SENT, State.UNCERTAIN, State.SENDING);

    private final Contacts contacts;
    private final Outbox outbox;
    private final Words words;
    private final Card card;
    private final Daytime daytime;
    private final Clock clock;

    Cards(Contacts contacts, Outbox outbox, Words words, Card card, Daytime daytime, Clock clock) {
        this.contacts = contacts;
        this.outbox = outbox;
        this.words = words;
        this.card = card;
        this.daytime = daytime;
        this.clock = clock;
    }

    static String cause(Question question) {
        return "question-cards:" + question.id();
    }

    static String id(Question question, String reader) {
        return cause(question) + ":" + question.version() + ":" + reader;
    }

    void show(Question question) {
        var earlier = outbox.of(cause(question)).stream().collect(Collectors.groupingBy(Message::contact));
        outbox.put(question.shownTo().stream()
                .flatMap(reader -> contacts.find(new ContactId(reader)).stream())
                .flatMap(reader -> changed(question, reader, earlier).stream())
                .toList());
    }

    private Optional<Post> changed(Question question, Contact reader, Map<String, List<Message>> earlier) {
        var id = id(question, reader.key());
        var theirs = earlier.getOrDefault(reader.key(), List.of());
        if (theirs.stream().anyMatch(message -> message.id().equals(id))) {
            return Optional.empty();
        }
        var content = words.content(card.of(question, reader), reader.language());
        if (theirs.stream().anyMatch(message -> message.state() == State.READY)) {
            outbox.callOff(cause(question), Optional.of(reader.key()), "it says something else now");
        }
        var before = theirs.stream()
                .filter(message -> IN_THE_CHAT.contains(message.state()))
                .max(Comparator.comparing(Message::putAt));
        if (before.isEmpty()) {
            return daytime.post(id, reader, content, cause(question), Lane.REMINDER);
        }
        return before.filter(shown -> !shown.content().equals(content))
                .map(shown -> inPlaceOf(shown, id, content, cause(question)));
    }

    private Post inPlaceOf(Message shown, String id, Content content, String cause) {
        var reader = new ContactId(shown.contact());
        var post = Post.of(id, reader, shown.address(), Lane.REMINDER, content, cause, clock.instant());
        var receipt = shown.receipt();
        return receipt == null ? post.amending(shown.id()) : post.replacing(receipt);
    }
}
