package org.pokana.helpdesk;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.pokana.contact.Contact;
import org.pokana.conversation.Saying;
import org.pokana.helpdesk.Question.Asker;
import org.pokana.helpdesk.Question.Kind;
import org.pokana.helpdesk.Question.State;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Transcript;
import org.pokana.messaging.Transcript.Said;
import org.pokana.messaging.Words;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Begins a talk that nobody asked for. Its id follows from the person, so that two who begin at once begin the same one. */
@Component
class Openings {

    private static final int LOOKED_AT = 20;

    private final MongoOperations store;
    private final Desk desk;
    private final Changes changes;
    private final Telling telling;
    private final Transcript transcript;
    private final Words words;
    private final Clock clock;

    Openings(
            MongoOperations store,
            Desk desk,
            Changes changes,
            Telling telling,
            Transcript transcript,
            Words words,
            Clock clock) {
        this.store = store;
        this.desk = desk;
        this.changes = changes;
        this.telling = telling;
        this.transcript = transcript;
        this.words = words;
        this.clock = clock;
    }

    /** False when somebody else began meanwhile. */
    boolean open(Contact person, ContactId by) {
        int earlier = 0;
        while (desk.find(id(person, earlier)).isPresent()) {
            earlier++;
        }
        // One of those found may have been begun only now, by whoever was faster.
        var live = desk.liveWith(person.id());
        if (live.isPresent()) {
            return by.value().equals(live.get().owner());
        }
        var talk = talk(id(person, earlier), person, by);
        try {
            store.insert(talk);
        } catch (DuplicateKeyException begunMeanwhile) {
            return desk.find(talk.id())
                    .filter(begun -> by.value().equals(begun.owner()))
                    .isPresent();
        }
        telling.tell(talk);
        return true;
    }

    private static String id(Contact person, int number) {
        return Saying.key(person.key() + " talk " + number);
    }

    /** As if they had asked what they said last. */
    private Question talk(String id, Contact person, ContactId by) {
        var now = clock.instant();
        return new Question(
                id,
                State.ANSWERED, // nobody waits for anything yet
                List.of(new Asker(id, person.key(), saidLast(person), List.of(), now, false)),
                null,
                List.of(),
                by.value(),
                List.of(),
                List.of(by.value()),
                List.of(changes.event(Kind.OPENED, by, "")),
                0,
                true,
                1,
                now,
                desk.due(),
                null,
                now.plus(Desk.LIVE),
                now,
                null);
    }

    private String saidLast(Contact person) {
        return person.address()
                .flatMap(address -> transcript.latest(address, clock.instant(), LOOKED_AT).stream()
                        .filter(Said::byThem)
                        .map(said -> Objects.requireNonNullElse(said.text(), ""))
                        .filter(text -> !text.isBlank() && !text.startsWith("/"))
                        .findFirst())
                .orElseGet(() -> words.say(Phrase.phrase("helpdesk.began"), person.language()));
    }
}
