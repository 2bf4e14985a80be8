package org.pokana.reminder;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.forum.Facts;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Registration;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Line;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.pokana.messaging.QuietHours;
import org.pokana.messaging.Words;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;

/**
 * Asks those who have not answered the reminder of the day before once more that afternoon, and then tells organizers
 * how many are left to call.
 */
@Component
public class Nudging {

    private static final LocalTime CALLING = LocalTime.of(17, 30);

    /** Whoever got the reminder late, such as after an outage, has not had their time to answer. */
    private static final Duration TIME_TO_ANSWER = Duration.ofHours(1);

    private final Forums forums;
    private final Rules rules;
    private final Unanswered unanswered;
    private final Writing writing;
    private final Contacts contacts;
    private final Outbox outbox;
    private final Words words;
    private final MongoOperations store;
    private final Clock clock;

    Nudging(
            Forums forums,
            Rules rules,
            Unanswered unanswered,
            Writing writing,
            Contacts contacts,
            Outbox outbox,
            Words words,
            MongoOperations store,
            Clock clock) {
        this.forums = forums;
        this.rules = rules;
        this.unanswered = unanswered;
        this.writing = writing;
        this.contacts = contacts;
        this.outbox = outbox;
        this.words = words;
        this.store = store;
        this.clock = clock;
    }

    /** What is done with; whoever does it again in between does no harm, as messages have ids of their own. */
    @Document("nudges")
    record Done(@Id String id, Instant at) {}

    /** To be called every minute or so, by any instance. */
    public void nudgeDue() {
        var now = clock.instant();
        forums.upcoming(now).stream()
                .filter(forum -> !forum.hasStarted(now) && isTheDayBefore(forum, now))
                .forEach(forum -> nudge(forum, now));
    }

    /** By day only, and never on another day than that. */
    private static boolean isTheDayBefore(Forum forum, Instant now) {
        return now.atZone(forum.zone()).toLocalDate().equals(Nudge.dayBefore(forum))
                && QuietHours.morningAfter(now, forum.zone()).isEmpty();
    }

    private void nudge(Forum forum, Instant now) {
        var at = Nudge.at(forum, rules.of(forum));
        if (at.isEmpty() || now.isBefore(at.get())) {
            return;
        }
        once(forum, "ask", () -> {
            var asked = asked(forum, now);
            outbox.put(unanswered.of(forum).stream()
                    .filter(registration -> asked.contains(registration.contact()))
                    .map(registration -> writing.nudge(forum, registration))
                    .flatMap(Optional::stream)
                    .toList());
        });
        if (!now.atZone(forum.zone()).toLocalTime().isBefore(CALLING)) {
            once(forum, "call", () -> tellOrganizers(forum, now));
        }
    }

    private void once(Forum forum, String what, Runnable act) {
        var id = forum.id() + ":" + forum.version() + ":" + what;
        if (store.findById(id, Done.class) == null) {
            act.run();
            store.save(new Done(id, clock.instant()));
        }
    }

    /** Who got that day's reminder of the forum as it is now, long enough ago. */
    private Set<String> asked(Forum forum, Instant now) {
        var asking = Nudge.asking(forum, rules.of(forum));
        var since = now.minus(TIME_TO_ANSWER);
        return outbox.of(Writing.cause(forum), List.of(Message.State.SENT)).stream()
                .filter(message -> RungReminder.read(message)
                        .filter(rung -> asking.contains(rung.rule()))
                        .isPresent())
                .filter(message ->
                        !Objects.requireNonNullElse(message.settledAt(), now).isAfter(since))
                .map(Message::contact)
                .collect(Collectors.toSet());
    }

    private void tellOrganizers(Forum forum, Instant now) {
        var open = unanswered.of(forum);
        if (open.isEmpty()) {
            return;
        }
        outbox.put(organizers().stream()
                .map(organizer -> post(forum, organizer, open, now))
                .flatMap(Optional::stream)
                .toList());
    }

    private Optional<Post> post(Forum forum, Contact organizer, List<Registration> open, Instant now) {
        var line = Line.of(phrase(
                        "reminder.to-call",
                        Facts.label(forum),
                        open.size(),
                        forum.seats().size()))
                .with(Choice.to("call_list", forum.id()), Facts.menu())
                .thatLasts();
        return organizer.address().map(to -> Post.of(
                        "to-call:%s:%d:%s".formatted(forum.id(), forum.version(), organizer.id()),
                        organizer.id(),
                        to,
                        Lane.REMINDER,
                        words.content(line, organizer.language()),
                        "to-call:" + forum.id(),
                        now)
                .notAfter(forum.starts()));
    }

    private List<Contact> organizers() {
        try (var owners = contacts.withRole(Role.OWNER);
                var organizers = contacts.withRole(Role.ORGANIZER)) {
            return Stream.concat(owners, organizers).distinct().toList();
        }
    }
}
