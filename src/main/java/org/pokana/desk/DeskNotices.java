package org.pokana.desk;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Ids;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** Tells organizers in their chat what happens with their way to the desk, with a button for when it was not them. */
@Component
class DeskNotices {

    /** Who reads it later sees on the page of their devices how things are. */
    private static final Duration NEWS = Duration.ofDays(1);

    private final Contacts contacts;
    private final Outbox outbox;
    private final Words words;
    private final Ids ids;
    private final Clock clock;

    DeskNotices(Contacts contacts, Outbox outbox, Words words, Ids ids, Clock clock) {
        this.contacts = contacts;
        this.outbox = outbox;
        this.words = words;
        this.ids = ids;
        this.clock = clock;
    }

    void newBrowser(ContactId who, String device) {
        tell(who, phrase("desk_end.new-browser", device));
    }

    void passwordOn(ContactId who) {
        tell(who, phrase("desk_end.password-on"));
    }

    void guessedAt(ContactId who) {
        tell(who, phrase("desk_end.guessed", Tries.PAUSE.toMinutes()));
    }

    private void tell(ContactId who, Phrase what) {
        contacts.find(who).ifPresent(contact -> tell(contact, what));
    }

    private void tell(Contact contact, Phrase what) {
        var line = Line.of(what, Choice.to(EndDesk.NAME).as(Tone.DANGER)).thatLasts();
        contact.address()
                .map(to -> Post.of(
                        "desk:" + ids.next(),
                        contact.id(),
                        to,
                        Lane.REPLY,
                        words.content(line, contact.language()),
                        "desk:" + contact.id(),
                        clock.instant()))
                .ifPresent(
                        post -> outbox.put(List.of(post.notAfter(clock.instant().plus(NEWS)))));
    }
}
