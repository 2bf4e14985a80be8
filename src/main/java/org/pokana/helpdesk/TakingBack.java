package org.pokana.helpdesk;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.kernel.Choice;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** Puts a note where a forgotten person's words stand in the chats of others. */
@Component
class TakingBack {

    private final Contacts contacts;
    private final Outbox outbox;
    private final Words words;
    private final Clock clock;

    TakingBack(Contacts contacts, Outbox outbox, Words words, Clock clock) {
        this.contacts = contacts;
        this.outbox = outbox;
        this.words = words;
        this.clock = clock;
    }

    /** What has not left yet never will, once the caller removes it. */
    void takeBack(String cause, List<Message> told, Phrase note) {
        outbox.put(told.stream()
                .flatMap(message -> Optional.ofNullable(message.receipt()).stream()
                        .map(receipt -> note(cause, note, message).replacing(receipt)))
                .toList());
    }

    private Post note(String cause, Phrase note, Message told) {
        var language = contacts.at(told.address()).map(Contact::language).orElse(words.spoken(null));
        return Post.of(
                "taken-back:" + told.id(),
                new ContactId(told.contact()),
                told.address(),
                Lane.REPLY,
                words.content(Line.of(note, Choice.to("menu")), language),
                "taken-back:" + cause,
                clock.instant());
    }
}
