package org.pokana.reminder;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.forum.Facts;
import org.pokana.forum.Forum;
import org.pokana.forum.Registration;
import org.pokana.kernel.Address;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Post;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** Writes one person's reminder as it is true on the day it is written. */
@Component
class Writing {

    private final Contacts contacts;
    private final Words words;
    private final Clock clock;

    Writing(Contacts contacts, Words words, Clock clock) {
        this.contacts = contacts;
        this.words = words;
        this.clock = clock;
    }

    /** Empty when the person cannot be reached or wants no reminders. */
    Optional<Post> write(String id, Forum forum, Registration registration) {
        return contacts.find(registration.contactId())
                .filter(contact -> !contact.remindersOff())
                .flatMap(contact -> contact.address().map(address -> post(id, forum, registration, contact, address)));
    }

    private Post post(String id, Forum forum, Registration registration, Contact contact, Address to) {
        var now = clock.instant();
        var line = line(forum, registration, now);
        var content = words.content(line, contact.language());
        return Post.of(id, contact.id(), to, Lane.REMINDER, content, cause(forum), now)
                .notAfter(forum.starts());
    }

    /** The same question once more, softly; empty when the person cannot be reached or wants no reminders. */
    Optional<Post> nudge(Forum forum, Registration registration) {
        var now = clock.instant();
        var line = Line.of(phrase("reminder.nudge", forum.title(), forum.startsAt()))
                .with(
                        Choice.to(phrase("reminder.coming"), "coming", forum.id())
                                .as(Tone.GOOD),
                        notComing(forum, registration),
                        Choice.to("delegate", forum.id()),
                        Choice.to("late", forum.id()))
                .thatLasts();
        return contacts.find(registration.contactId())
                .filter(contact -> !contact.remindersOff())
                .flatMap(contact -> contact.address().map(to -> Post.of(
                                Nudge.id(forum, contact.id().value()),
                                contact.id(),
                                to,
                                Lane.REMINDER,
                                words.content(line, contact.language()),
                                cause(forum),
                                now)
                        .notAfter(forum.starts())));
    }

    static String cause(Forum forum) {
        return "forum:" + forum.id() + ":" + forum.version();
    }

    static Line line(Forum forum, Registration registration, Instant now) {
        var today = now.atZone(forum.zone()).toLocalDate();
        var question = registration.coming() ? "reminder.expected" : "reminder.question";
        var line = Line.of(phrase(
                "reminder.forum",
                howFar(today, forum),
                forum.title(),
                forum.startsAt(),
                place(forum),
                phrase(question)));
        if (forum.isAtTheDoor(now)) {
            line = line.with(Choice.to("door", forum.id()).as(Tone.GOOD));
        }
        if (!registration.coming()) {
            line = line.with(
                    Choice.to(phrase("reminder.coming"), "coming", forum.id()).as(Tone.GOOD));
        }
        line = line.with(notComing(forum, registration), Choice.to("delegate", forum.id()));
        if (!today.isBefore(forum.startsAt().toLocalDate().minusDays(1))) {
            line = line.with(Choice.to("late", forum.id()));
        }
        return line.with(Choice.to(phrase("reminder.card"), "forum", forum.id()))
                .thatLasts();
    }

    private static Choice notComing(Forum forum, Registration registration) {
        return Facts.cannotCome(phrase("reminder.not-coming"), forum, registration);
    }

    /** By the calendar on the wall, not by hours: at 23:00 a forum at 09:00 is tomorrow, at 07:00 it is today. */
    private static Phrase howFar(LocalDate today, Forum forum) {
        long days = ChronoUnit.DAYS.between(today, forum.startsAt().toLocalDate());
        if (days == 0) {
            return phrase("reminder.today");
        }
        return days == 1 ? phrase("reminder.tomorrow") : phrase("reminder.in-days", days);
    }

    private static Phrase place(Forum forum) {
        var venue = forum.venue();
        var address = venue.address();
        return address == null
                ? phrase("reminder.place", venue.name(), forum.city())
                : phrase("reminder.place-with-address", venue.name(), address, forum.city());
    }
}
