package org.pokana.followup;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.followup.Impression.Face;
import org.pokana.followup.Impression.Outcome;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.kernel.Address;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Line;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Post;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** Writes what follows a forum in the language of whoever gets it. */
@Component
class Writing {

    private final Contacts contacts;
    private final Forums forums;
    private final Materials materials;
    private final Words words;
    private final Clock clock;

    Writing(Contacts contacts, Forums forums, Materials materials, Words words, Clock clock) {
        this.contacts = contacts;
        this.forums = forums;
        this.materials = materials;
        this.words = words;
        this.clock = clock;
    }

    /** Empty when the person cannot be reached, has no chat, or wants nothing of the kind. */
    Optional<Post> write(Letter letter, Forum forum, ContactId person) {
        return contacts.find(person).filter(contact -> !contact.remindersOff()).flatMap(contact -> contact.address()
                .map(address -> post(letter, forum, contact, address)));
    }

    private Post post(Letter letter, Forum forum, Contact contact, Address to) {
        return Post.of(
                        letter.id(forum, contact.id()),
                        contact.id(),
                        to,
                        Lane.REMINDER,
                        words.content(line(letter, forum), contact.language()),
                        letter.cause(forum),
                        clock.instant())
                .notAfter(letter.occasion().closes(forum));
    }

    private Line line(Letter letter, Forum forum) {
        return switch (letter) {
            case ASK -> ask(forum);
            case MISSED -> missed(forum);
            case OUTCOME -> outcome(forum);
            case PHOTOS -> PhotoConsents.question(forum);
        };
    }

    private static Line ask(Forum forum) {
        return Line.of(phrase("after.invitation", forum.title()))
                .with(Arrays.stream(Face.values())
                        .map(face -> Choice.to(
                                phrase("after.face." + Impression.pick(face)),
                                "after",
                                forum.id(),
                                Impression.pick(face)))
                        .toList())
                .with(SayHowItWas.menu())
                .thatLasts();
    }

    private Line missed(Forum forum) {
        var choices = new ArrayList<Choice>();
        if (materials.any(forum.id())) {
            choices.add(Choice.to("materials", forum.id()).as(Tone.GOOD));
        }
        choices.add(next());
        return Line.of(phrase("after.missed", forum.title(), materials.any(forum.id()) ? "some" : "none"))
                .with(choices)
                .with(Choice.to("menu").as(Tone.AWAY))
                .thatLasts();
    }

    /** The next one, or all of them while there is none. */
    private Choice next() {
        return forums.openForRegistration().stream()
                .findFirst()
                .map(forum -> Choice.to(phrase("after.next"), "forum", forum.id()))
                .orElseGet(() -> Choice.to("forums"));
    }

    private static Line outcome(Forum forum) {
        return Line.of(phrase("applied.invitation", forum.title()))
                .with(outcomes(forum))
                .with(SayHowItWas.menu())
                .thatLasts();
    }

    static List<Choice> outcomes(Forum forum) {
        return Arrays.stream(Outcome.values())
                .map(outcome -> Choice.to(
                        phrase("applied.outcome." + Impression.pick(outcome)),
                        "applied",
                        forum.id(),
                        Impression.pick(outcome)))
                .toList();
    }
}
