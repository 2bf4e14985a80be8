package org.pokana.forum;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Line;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.pokana.messaging.QuietHours;
import org.pokana.messaging.Words;

/** Puts into the outbox what people did not ask for; the same under the same id only once. */
class Mailing {

    private final Outbox outbox;
    private final Contacts contacts;
    private final Words words;
    private final Clock clock;

    Mailing(Outbox outbox, Contacts contacts, Words words, Clock clock) {
        this.outbox = outbox;
        this.contacts = contacts;
        this.words = words;
        this.clock = clock;
    }

    /** What is said, each line a message, and when it is too late for it. */
    record Mail(String id, String cause, Instant notAfter, Function<Locale, List<Line>> says) {}

    /** Nothing to somebody who blocked us everywhere, is gone, or has no chat. */
    void send(ContactId to, Mail mail) {
        send(to, mail, clock.instant());
    }

    void send(ContactId to, Mail mail, Instant dueAt) {
        contacts.find(to).ifPresent(person -> outbox.put(posts(person, mail, dueAt)));
    }

    /** To everybody who organizes, by day. */
    void sendOrganizers(Forum forum, Mail mail) {
        var byDay = QuietHours.morningAfter(clock.instant(), forum.zone()).orElse(clock.instant());
        organizers()
                .forEach(organizer -> outbox.put(posts(
                        organizer,
                        new Mail(mail.id() + ":" + organizer.id(), mail.cause(), mail.notAfter(), mail.says()),
                        byDay)));
    }

    private List<Contact> organizers() {
        try (var owners = contacts.withRole(Role.OWNER);
                var organizers = contacts.withRole(Role.ORGANIZER)) {
            return Stream.concat(owners, organizers).distinct().toList();
        }
    }

    private List<Post> posts(Contact person, Mail mail, Instant dueAt) {
        var lines = mail.says().apply(person.language());
        return IntStream.range(0, lines.size())
                .mapToObj(part -> post(person, mail, part, lines.get(part), dueAt.plusMillis(part)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Post> post(Contact person, Mail mail, int part, Line line, Instant dueAt) {
        return person.address().map(address -> Post.of(
                        part == 0 ? mail.id() : mail.id() + ":" + part,
                        person.id(),
                        address,
                        Lane.REMINDER,
                        words.content(line, person.language()),
                        mail.cause(),
                        dueAt)
                .notAfter(mail.notAfter()));
    }

    void callOff(String cause, String reason) {
        outbox.callOff(cause, Optional.empty(), reason);
    }
}
