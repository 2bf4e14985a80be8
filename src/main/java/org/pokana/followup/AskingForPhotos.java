package org.pokana.followup;

import java.time.Clock;
import java.util.List;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.messaging.Outbox;
import org.springframework.stereotype.Component;

/** Asks whoever has come in, by whichever door, whether they may be in the photos; each of them once. */
@Component
public class AskingForPhotos {

    private final Forums forums;
    private final Registrations registrations;
    private final PhotoConsents consents;
    private final Writing writing;
    private final Outbox outbox;
    private final Clock clock;

    AskingForPhotos(
            Forums forums,
            Registrations registrations,
            PhotoConsents consents,
            Writing writing,
            Outbox outbox,
            Clock clock) {
        this.forums = forums;
        this.registrations = registrations;
        this.consents = consents;
        this.writing = writing;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** One tick: any instance, any number of times, also at once. */
    public void askWhoCameIn() {
        var now = clock.instant();
        forums.upcoming(now).stream().filter(forum -> forum.isAtTheDoor(now)).forEach(this::ask);
    }

    /** The question first: if a crash comes between, it is put again under the same id. */
    private void ask(Forum forum) {
        var asked = consents.asked(forum.id());
        registrations.attended(forum.id()).stream()
                .filter(registration -> !registration.isGuest() && !asked.contains(registration.contact()))
                .map(Registration::contactId)
                .forEach(person -> {
                    writing.write(Letter.PHOTOS, forum, person).ifPresent(post -> outbox.put(List.of(post)));
                    consents.asks(forum, person);
                });
    }
}
