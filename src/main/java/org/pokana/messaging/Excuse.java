package org.pokana.messaging;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.util.List;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.kernel.Choice;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Line;

/** Says to somebody who waits for an answer that it cannot be carried, instead of leaving them without any. */
final class Excuse {

    private final Outbox outbox;
    private final Contacts contacts;
    private final Words words;
    private final Clock clock;

    Excuse(Outbox outbox, Contacts contacts, Words words, Clock clock) {
        this.outbox = outbox;
        this.contacts = contacts;
        this.words = words;
        this.clock = clock;
    }

    /** Said once, whatever happens twice. */
    void tooLarge(Message reply) {
        var language = contacts.at(reply.address()).map(Contact::language).orElse(words.spoken(null));
        var line = Line.of(phrase("conversation.too-large"), Choice.to("menu"));
        outbox.put(List.of(Post.of(
                "excuse:" + reply.id(),
                new ContactId(reply.contact()),
                reply.address(),
                Lane.REPLY,
                words.content(line, language),
                reply.cause(),
                clock.instant())));
    }
}
