package org.pokana.helpdesk;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.kernel.Address;
import org.pokana.kernel.Choice;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.pokana.messaging.QuietHours;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** Brings what was left to the chats of everybody who organizes, by day, and takes it back when its author is erased. */
@Component
class Delivering {

    private final Contacts contacts;
    private final Outbox outbox;
    private final Words words;
    private final HelpdeskSettings settings;
    private final Clock clock;

    Delivering(Contacts contacts, Outbox outbox, Words words, HelpdeskSettings settings, Clock clock) {
        this.contacts = contacts;
        this.outbox = outbox;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    /** Doing it again tells nobody twice; false when there is nobody to tell. */
    boolean deliver(LeftMessage message) {
        var author = author(message);
        var posts = organizers().stream()
                .flatMap(organizer -> organizer.address().stream().map(to -> post(message, author, organizer, to)))
                .toList();
        outbox.put(posts);
        return !posts.isEmpty();
    }

    private List<Contact> organizers() {
        try (var owners = contacts.withRole(Role.OWNER);
                var organizers = contacts.withRole(Role.ORGANIZER)) {
            return Stream.concat(owners, organizers).distinct().toList();
        }
    }

    private Phrase author(LeftMessage message) {
        return contacts.find(message.from()).flatMap(Delivering::name).orElse(phrase("helpdesk.somebody"));
    }

    /** Only of those who agreed that the organizers see it. */
    static Optional<Phrase> name(Contact contact) {
        var organisation = Optional.ofNullable(contact.profile().organisation()).orElse("–");
        return Optional.ofNullable(contact.profile().name())
                .filter(name -> !contact.consents().isEmpty())
                .map(name -> phrase("helpdesk.named", name, organisation));
    }

    private Post post(LeftMessage message, Phrase author, Contact organizer, Address to) {
        var line = Line.of(phrase("helpdesk.message", author, message.text()), Choice.to("menu"))
                .thatLasts();
        return Post.of(
                message.cause() + ":" + organizer.id(),
                organizer.id(),
                to,
                Lane.REMINDER,
                words.content(line, organizer.language()),
                message.cause(),
                byDay(clock.instant()));
    }

    private Instant byDay(Instant now) {
        return QuietHours.morningAfter(now, settings.zone()).orElse(now);
    }

    /** Puts a note where the message stood; what has not left yet never will, once its text is removed. */
    void takeBack(LeftMessage message) {
        outbox.put(outbox.of(message.cause()).stream()
                .flatMap(told -> Optional.ofNullable(told.receipt()).stream()
                        .map(receipt -> note(message, told).replacing(receipt)))
                .toList());
    }

    private Post note(LeftMessage message, Message told) {
        var language = contacts.at(told.address()).map(Contact::language).orElse(words.spoken(null));
        return Post.of(
                "taken-back:" + told.id(),
                new ContactId(told.contact()),
                told.address(),
                Lane.REPLY,
                words.content(Line.of(phrase("helpdesk.taken-back"), Choice.to("menu")), language),
                "taken-back:" + message.id(),
                clock.instant());
    }
}
