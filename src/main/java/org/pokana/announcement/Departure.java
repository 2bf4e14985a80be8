package org.pokana.announcement;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pokana.announcement.Announcement.Draft;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Address;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.pokana.messaging.QuietHours;
import org.springframework.stereotype.Component;

/** When an announcement may leave: by day at once; by night in the morning, or now if the organizer insists. */
@Component
class Departure {

    static final String TEST = "test";
    private static final String NOW = "now";
    private static final String MORNING = "morning";

    /** What ends the talk about it. */
    static final Set<String> LEAVES = Set.of(NOW, MORNING);

    /** So long it can be undone before anybody has it. */
    static final Duration SECOND_THOUGHTS = Duration.ofSeconds(10);

    /** Where bulk starts; it may get a little faster, or slower when the service says so. */
    private static final int PER_SECOND = 20;

    private final Letters letters;
    private final Outbox outbox;
    private final Timekeeper timekeeper;
    private final AnnouncementSettings settings;
    private final Clock clock;

    Departure(Letters letters, Outbox outbox, Timekeeper timekeeper, AnnouncementSettings settings, Clock clock) {
        this.letters = letters;
        this.outbox = outbox;
        this.timekeeper = timekeeper;
        this.settings = settings;
        this.clock = clock;
    }

    List<Choice> choices(Terms terms, boolean withTest) {
        var choices = new ArrayList<Choice>();
        if (withTest) {
            choices.add(new Choice(TEST, phrase("announce.test")));
        }
        if (terms.timing() != null) {
            choices.add(new Choice(NOW, phrase("announce.schedule"), Tone.GOOD));
        } else if (morning().isPresent()) {
            choices.add(new Choice(MORNING, phrase("announce.morning"), Tone.GOOD));
            choices.add(new Choice(NOW, phrase("announce.at-night"), Tone.DANGER));
        } else {
            choices.add(new Choice(NOW, phrase("announce.now"), Tone.GOOD));
        }
        return choices;
    }

    /** When the quiet hours end; empty by day. */
    Optional<Instant> morning() {
        return QuietHours.morningAfter(clock.instant(), settings.zone());
    }

    Phrase howLong(int people) {
        int seconds = people / PER_SECOND + 1;
        return seconds < 90
                ? phrase("announce.seconds", seconds)
                : phrase("announce.minutes", Math.round(seconds / 60.0));
    }

    /** Also asked again for the same letter, it arrives once. */
    void test(Letter letter, ContactId who, Address at, Locale language) {
        outbox.put(List.of(Post.of(
                "anntest:" + letter.id() + ":" + Integer.toHexString(letter.fingerprint()),
                who,
                at,
                Lane.REPLY,
                letters.letter(letter, language),
                "announcement-test:" + letter.id(),
                clock.instant())));
    }

    Draft draft(Letter letter, Talk talk, String go) {
        return draft(letter, talk.with(), talk.address(), go.equals(MORNING));
    }

    /** @param waits for the morning, if it is night */
    Draft draft(Letter letter, ContactId by, @Nullable Address reportTo, boolean waits) {
        var now = clock.instant();
        var morning = morning();
        var terms = letter.terms();
        boolean insists = morning.isPresent() && !waits && terms.timing() == null;
        return new Draft(
                letter.id(),
                letter.texts(),
                letter.media(),
                letter.audience(),
                by,
                reportTo,
                terms.atNight(insists),
                waits && morning.isPresent() ? morning.get() : now.plus(SECOND_THOUGHTS));
    }

    /** With a way back as long as there is one. */
    Line line(Talk talk, Announcement sent, int people) {
        var stop = Choice.to(phrase("announce.undo"), "announcement_stop", sent.id())
                .as(Tone.DANGER);
        var list = Choice.to("announcements").as(Tone.AWAY);
        var timing = sent.terms().timing();
        if (timing != null) {
            return timekeeper
                    .dueAt(timing)
                    .map(due -> talk.line("scheduled", due.atZone(settings.zone()), people))
                    .orElseGet(() -> talk.line("no-forum"))
                    .with(stop, list);
        }
        boolean waits = sent.dueAt().isAfter(clock.instant().plus(SECOND_THOUGHTS));
        return talk.line(waits ? "waits" : "sent", people, SECOND_THOUGHTS.toSeconds())
                .with(stop, list);
    }
}
