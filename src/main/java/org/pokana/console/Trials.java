package org.pokana.console;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pokana.contact.Contact;
import org.pokana.contact.Contact.Reach;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Ids;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** Messages with which an owner finds out whether messages arrive: on the same way as all others, to their own chat. */
@Component
class Trials {

    private static final String PREFIX = "trial:";

    /** One that leaves later says nothing about now. */
    private static final Duration WORTH = Duration.ofMinutes(10);

    private final Outbox outbox;
    private final Words words;
    private final Ids ids;
    private final Clock clock;

    Trials(Outbox outbox, Words words, Ids ids, Clock clock) {
        this.outbox = outbox;
        this.words = words;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * One that was sent.
     *
     * @param state the end of its phrase {@code console.trial-…}
     */
    public record Trial(String id, String channel, String state, boolean over) {}

    /** Its id; empty when they have no chat there, or block us in it. */
    Optional<String> send(Contact who, String channel, Locale language) {
        var now = clock.instant();
        var id = ids.next();
        var post = who.reaches().stream()
                .filter(reach -> reach.open() && reach.address().channel().equals(channel))
                .findFirst()
                .map(Reach::address)
                .map(to -> Post.of(
                                PREFIX + id,
                                who.id(),
                                to,
                                Lane.REPLY,
                                words.content(
                                        Line.of(Phrase.phrase("console.trial-says"))
                                                .thatLasts(),
                                        language),
                                "trial",
                                now)
                        .notAfter(now.plus(WORTH)));
        post.ifPresent(each -> outbox.put(List.of(each)));
        return post.map(sent -> id);
    }

    /** Nobody follows one of somebody else. */
    Optional<Trial> find(String id, ContactId who) {
        if (!id.matches("[a-zA-Z0-9-]{1,64}")) {
            return Optional.empty();
        }
        return outbox.find(PREFIX + id)
                .filter(message -> message.contact().equals(who.value()))
                .map(message -> trial(id, message));
    }

    private static Trial trial(String id, Message message) {
        return new Trial(
                id,
                message.address().channel(),
                message.state().name(),
                message.state().isFinal());
    }
}
