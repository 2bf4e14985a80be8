package org.pokana.announcement;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pokana.announcement.Announcement.Progress;
import org.pokana.announcement.Announcement.State;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.kernel.Address;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Line;
import org.pokana.messaging.Channel;
import org.pokana.messaging.Channels;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** Tells the organizer how far an announcement got, in one message that changes, and at the end what became of it. */
@Component
class Progressing {

    /** Services take edits of one message ill that come faster. */
    private static final Duration BETWEEN = Duration.ofSeconds(3);

    private static final String FIRST = "0";
    private static final String REPORT = "report";

    private final HandOuts handOuts;
    private final Announcements announcements;
    private final Reports reports;
    private final Contacts contacts;
    private final Outbox outbox;
    private final Channels channels;
    private final Words words;
    private final Clock clock;

    Progressing(
            HandOuts handOuts,
            Announcements announcements,
            Reports reports,
            Contacts contacts,
            Outbox outbox,
            Channels channels,
            Words words,
            Clock clock) {
        this.handOuts = handOuts;
        this.announcements = announcements;
        this.reports = reports;
        this.contacts = contacts;
        this.outbox = outbox;
        this.channels = channels;
        this.words = words;
        this.clock = clock;
    }

    void tell(Announcement announcement) {
        boolean tooSoon = clock.instant().isBefore(announcement.progress().nextAt());
        if (tooSoon && announcement.state() != State.STOPPED) {
            return;
        }
        var counts = outbox.count(announcement.cause());
        if (announcement.state() == State.RUNNING && counts.containsKey(Message.State.HELD)) {
            announcements.letGo(announcement); // a crash came between the two halves of going on
        }
        boolean underWay = counts.keySet().stream().anyMatch(state -> !state.isFinal());
        boolean allPut = announcement.isHandedOut() || announcement.state() == State.STOPPED;
        if (allPut && !underWay) {
            finish(announcement);
        } else if (!tooSoon) {
            show(announcement, settled(counts));
        }
    }

    private static int settled(Map<Message.State, Integer> counts) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().isFinal())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private void show(Announcement announcement, int people) {
        var progress = announcement.progress();
        var next = clock.instant().plus(BETWEEN);
        if (people == progress.shown() || !(progress.messages() == 0 || isReadyForMore(announcement))) {
            handOuts.nextLook(announcement, next);
            return;
        }
        var line = Line.of(
                phrase("announcement.progress", people, announcement.total()),
                Choice.to("announcement_pause", announcement.id()),
                Choice.to("announcement_stop", announcement.id()).as(Tone.DANGER));
        say(announcement, line, String.valueOf(progress.messages()), clock.instant());
        handOuts.told(announcement, new Progress(progress.messages() + 1, people, next));
    }

    private boolean isReadyForMore(Announcement announcement) {
        var last = outbox.find(
                id(announcement, String.valueOf(announcement.progress().messages() - 1)));
        return canChange(announcement)
                && last.map(message -> message.state().isFinal()).orElse(false);
    }

    /** Once the first message arrived, and only where messages can be changed: nobody wants one every three seconds. */
    private boolean canChange(Announcement announcement) {
        var to = announcement.reportTo();
        return to != null
                && outbox.find(id(announcement, FIRST)).map(Message::receipt).isPresent()
                && channels.of(Address.parse(to))
                        .map(Channel.Editable.class::isInstance)
                        .orElse(false);
    }

    private void finish(Announcement announcement) {
        var report = reports.of(announcement);
        if (canChange(announcement)) {
            var end = Line.of(phrase("announcement.finished", announcement.total()));
            say(announcement, end, "end", announcement.progress().nextAt());
        }
        say(announcement, Reports.line(announcement, report), REPORT, clock.instant());
        handOuts.settle(announcement, report);
    }

    private void say(Announcement announcement, Line line, String name, Instant notBefore) {
        var by = announcement.createdBy();
        var to = announcement.reportTo();
        if (by == null || to == null) {
            return;
        }
        var person = new ContactId(by);
        var language = contacts.find(person).map(Contact::language).orElse(Locale.forLanguageTag("bg"));
        var post = Post.of(
                id(announcement, name),
                person,
                Address.parse(to),
                Lane.REPLY,
                words.content(line.thatLasts(), language),
                "announcement-progress:" + announcement.id(),
                notBefore);
        boolean ofItsOwn = name.equals(FIRST) || name.equals(REPORT);
        outbox.put(List.of(ofItsOwn ? post : post.amending(id(announcement, FIRST))));
    }

    private static String id(Announcement announcement, String name) {
        return "annprog:" + announcement.id() + ":" + announcement.edition() + ":" + name;
    }
}
