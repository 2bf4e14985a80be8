package org.pokana.needs;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.forum.Forum;
import org.pokana.forum.Registration;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.pokana.messaging.QuietHours;
import org.pokana.messaging.Words;
import org.pokana.needs.Need.Access;
import org.springframework.stereotype.Component;

/** Tells the organizers, by day, that somebody needs something; what it is they look up. */
@Component
class Telling {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM");

    private final Contacts contacts;
    private final Outbox outbox;
    private final Words words;
    private final Clock clock;

    Telling(Contacts contacts, Outbox outbox, Words words, Clock clock) {
        this.contacts = contacts;
        this.outbox = outbox;
        this.words = words;
        this.clock = clock;
    }

    static Phrase label(Forum forum) {
        return phrase("needs.label", DAY.format(forum.startsAt()), forum.city());
    }

    void tell(Forum forum, Registration registration, List<Access> access, @Nullable String other) {
        var id = "needs:%s:%d:%d".formatted(forum.id(), registration.number(), Objects.hash(access.toString(), other));
        var line = Line.of(
                        phrase("needs_list.note", label(forum), registration.number()),
                        Choice.to("needs_list", forum.id()),
                        SayNeeds.menu())
                .thatLasts();
        var now = clock.instant();
        var byDay = QuietHours.morningAfter(now, forum.zone()).orElse(now);
        outbox.put(organizers().stream()
                .map(organizer -> post(organizer, id, line, byDay, forum))
                .flatMap(Optional::stream)
                .toList());
    }

    private List<Contact> organizers() {
        try (var owners = contacts.withRole(Role.OWNER);
                var organizers = contacts.withRole(Role.ORGANIZER)) {
            return Stream.concat(owners, organizers).distinct().toList();
        }
    }

    private Optional<Post> post(Contact organizer, String id, Line line, Instant dueAt, Forum forum) {
        return organizer.address().map(to -> Post.of(
                        id + ":" + organizer.id(),
                        organizer.id(),
                        to,
                        Lane.REMINDER,
                        words.content(line, organizer.language()),
                        "needs:" + forum.id(),
                        dueAt)
                .notAfter(forum.ends()));
    }
}
