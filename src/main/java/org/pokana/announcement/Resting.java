package org.pokana.announcement;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Line;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Lulls;
import org.pokana.messaging.Lulls.Lull;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/**
 * Pauses an announcement when a chat service asks for so long a pause that it would seem to hang, and tells the
 * organizers, who decide whether it goes on.
 */
@Component
class Resting {

    private final Announcements announcements;
    private final Lulls lulls;
    private final Contacts contacts;
    private final Outbox outbox;
    private final Words words;
    private final AnnouncementSettings settings;
    private final Clock clock;

    Resting(
            Announcements announcements,
            Lulls lulls,
            Contacts contacts,
            Outbox outbox,
            Words words,
            AnnouncementSettings settings,
            Clock clock) {
        this.announcements = announcements;
        this.lulls = lulls;
        this.contacts = contacts;
        this.outbox = outbox;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    /** The announcement as it is afterwards; a pause that organizers have overruled does not begin again. */
    Announcement restIfAsked(Announcement running) {
        var until = asked(running);
        if (until.isEmpty()) {
            return running;
        }
        outbox.put(notices(running, until.get())); // first, so that a crash in between does not keep it from them
        return announcements.rest(running, until.get()).orElse(running);
    }

    private Optional<Instant> asked(Announcement running) {
        var known = running.restUntil();
        return lulls.now().stream()
                .filter(lull -> known == null || lull.until().isAfter(known))
                .filter(lull -> outbox.waits(running.cause(), lull.channel()))
                .map(Lull::until)
                .max(Comparator.naturalOrder());
    }

    private List<Post> notices(Announcement running, Instant until) {
        try (var people = Stream.of(Role.OWNER, Role.ORGANIZER).flatMap(contacts::withRole)) {
            return people.flatMap(person -> notice(running, until, person).stream())
                    .toList();
        }
    }

    /** Whoever has both roles gets it once, because the id is the same. */
    private Optional<Post> notice(Announcement running, Instant until, Contact person) {
        var line = Line.of(
                        phrase("announcement.resting", Reports.excerpt(running), shown(until, settings)),
                        Choice.to("announcement_resume", running.id()).as(Tone.GOOD),
                        Choice.to("announcement_stop", running.id()).as(Tone.DANGER))
                .thatLasts();
        return person.address()
                .map(to -> Post.of(
                        "annrest:" + running.id() + ":" + until.getEpochSecond() + ":" + person.id(),
                        person.id(),
                        to,
                        Lane.REPLY,
                        words.content(line, person.language()),
                        "announcement-progress:" + running.id(),
                        clock.instant()));
    }

    /** To the minute, and never too early. */
    static ZonedDateTime shown(Instant until, AnnouncementSettings settings) {
        return until.plusSeconds(59).truncatedTo(ChronoUnit.MINUTES).atZone(settings.zone());
    }
}
