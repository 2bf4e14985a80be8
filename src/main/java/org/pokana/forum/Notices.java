package org.pokana.forum;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Line;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/**
 * Messages people must get although they asked nothing: that a seat became theirs, that their forum changed. Each is
 * queued under an id of its own, so that telling again tells nobody twice.
 */
@Component
public class Notices {

    private final Outbox outbox;
    private final Contacts contacts;
    private final Words words;
    private final Clock clock;

    public Notices(Outbox outbox, Contacts contacts, Words words, Clock clock) {
        this.outbox = outbox;
        this.contacts = contacts;
        this.words = words;
        this.clock = clock;
    }

    /** To somebody from the waiting list who has a seat now. */
    void movedUp(Forum forum, Registration registration) {
        movedUp(forum, registration, seatId(forum, registration));
    }

    /** The same in the place of one that has not left and tells of the forum as it was. */
    void movedUpAnew(Forum forum, Registration registration) {
        movedUp(forum, registration, seatId(forum, registration) + ":v" + forum.version());
    }

    private static String seatId(Forum forum, Registration registration) {
        return "seat:%s:%s:%d".formatted(forum.id(), registration.contact(), registration.waitSeq());
    }

    private void movedUp(Forum forum, Registration registration, String id) {
        outbox.put(posts(
                registration,
                id,
                "seat:" + forum.id(),
                forum.starts(),
                language -> List.of(
                        Line.of(phrase(
                                        "forum.notice.seat",
                                        forum.title(),
                                        registration.number(),
                                        forum.startsAt(),
                                        Facts.place(forum)))
                                .with(
                                        Choice.to("my"),
                                        registration.isConfirmed() ? Facts.giveUp(forum) : Facts.leaveLine(forum))
                                .thatLasts(),
                        Facts.calendar(forum, language))));
    }

    /** To everybody who knows the forum as it was: what was and what is. */
    void changed(Forum forum, List<Registration> concerned) {
        var told = forum.told();
        outbox.callOff(cause(forum, told.version()), Optional.empty(), "changed again");
        concerned.stream()
                .filter(registration -> registration.registeredAt().isBefore(forum.changedAt()))
                .forEach(registration -> outbox.put(posts(
                        registration,
                        "chg:%s:%d:%s".formatted(forum.id(), forum.version(), registration.contact()),
                        cause(forum, forum.version()),
                        latest(forum.starts(), told.starts()),
                        language -> change(forum, registration, language))));
    }

    private static String cause(Forum forum, long version) {
        return "change:" + forum.id() + ":" + version;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static List<Line> change(Forum forum, Registration registration, Locale language) {
        var told = forum.told();
        if (forum.isCancelled()) {
            return List.of(
                    Line.of(phrase("forum.notice.cancelled", forum.title(), Facts.whenTold(forum)))
                            .with(Choice.to("forums"), Facts.menu())
                            .thatLasts(),
                    Facts.calendar(forum, language));
        }
        var lines = new ArrayList<Line>();
        lines.add(Line.of(phrase(
                        "forum.notice.changed",
                        forum.title(),
                        Facts.whenTold(forum),
                        Facts.place(forum, told.venue()),
                        Facts.when(forum),
                        Facts.place(forum),
                        registration.status().name()))
                .with(Choice.to("my"), registration.isConfirmed() ? Facts.giveUp(forum) : Facts.leaveLine(forum))
                .thatLasts());
        if (!forum.venue().equals(told.venue()) && forum.venue().onMap()) {
            lines.add(Facts.map(forum));
        }
        if (registration.isConfirmed()) {
            lines.add(Facts.calendar(forum, language));
        }
        return lines;
    }

    private List<Post> posts(
            Registration to, String id, String cause, Instant notAfter, Function<Locale, List<Line>> says) {
        var person = contacts.find(to.contactId());
        var address = person.flatMap(Contact::address);
        if (address.isEmpty()) {
            return List.of(); // blocked us everywhere, or is gone
        }
        var language = person.get().language();
        var lines = says.apply(language);
        var now = clock.instant();
        return IntStream.range(0, lines.size())
                .mapToObj(part -> Post.of(
                                part == 0 ? id : id + ":" + part,
                                to.contactId(),
                                address.get(),
                                Lane.REMINDER,
                                words.content(lines.get(part), language),
                                cause,
                                now.plusMillis(part))
                        .notAfter(notAfter))
                .toList();
    }
}
