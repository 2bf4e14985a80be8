package org.pokana.followup;

import java.time.Clock;
import java.util.Optional;
import org.pokana.contact.Contacts;
import org.pokana.followup.Letter.Written;
import org.pokana.forum.Forums;
import org.pokana.messaging.Message;
import org.pokana.messaging.Veto;
import org.springframework.stereotype.Component;

/** Lets nothing leave after a forum that is no longer true, no longer wanted, or would wake somebody up. */
@Component
class FollowUpVeto implements Veto {

    private final Forums forums;
    private final Contacts contacts;
    private final Concerned concerned;
    private final Clock clock;

    FollowUpVeto(Forums forums, Contacts contacts, Concerned concerned, Clock clock) {
        this.forums = forums;
        this.contacts = contacts;
        this.concerned = concerned;
        this.clock = clock;
    }

    @Override
    public Optional<Objection> against(Message message) {
        return Letter.read(message).flatMap(written -> against(written, message));
    }

    private Optional<Objection> against(Written written, Message message) {
        var forum = forums.find(written.forum());
        if (forum.isEmpty() || !concerned.concerns(written.letter(), forum.get(), written.person())) {
            return never("it is no longer so");
        }
        var reader = contacts.find(written.person()).filter(known -> !known.remindersOff());
        if (reader.isEmpty()) {
            return never("wants nothing of the kind");
        }
        if (!reader.get().opens(message.to())) {
            return never("cannot be reached");
        }
        var now = clock.instant();
        if (forum.get().isAtTheDoor(now)) {
            return Optional.empty(); // they have just come in, whatever the hour
        }
        var allowed = FollowUp.considerate(now, forum.get());
        return allowed.isAfter(now) ? Optional.of(Objection.notBefore(allowed, "quiet hours")) : Optional.empty();
    }

    private static Optional<Objection> never(String reason) {
        return Optional.of(Objection.never(reason));
    }
}
