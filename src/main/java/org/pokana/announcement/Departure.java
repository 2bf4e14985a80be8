package org.pokana.announcement;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pokana.announcement.Announcement.Draft;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Line;
import org.pokana.kernel.Localized;
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

    /** Where bulk starts; it may get a little faster, or slower when the service says so. */
    private static final int PER_SECOND = 20;

    private final Letters letters;
    private final Outbox outbox;
    private final AnnouncementSettings settings;
    private final Clock clock;

    Departure(Letters letters, Outbox outbox, AnnouncementSettings settings, Clock clock) {
        this.letters = letters;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    List<Choice> choices(boolean withTest) {
        var choices = new ArrayList<Choice>();
        if (withTest) {
            choices.add(new Choice(TEST, phrase("announce.test")));
        }
        if (morning().isPresent()) {
            choices.add(new Choice(MORNING, phrase("announce.morning"), Tone.GOOD));
            choices.add(new Choice(NOW, phrase("announce.at-night"), Tone.DANGER));
        } else {
            choices.add(new Choice(NOW, phrase("announce.now"), Tone.GOOD));
        }
        return choices;
    }

    private Optional<Instant> morning() {
        return QuietHours.morningAfter(clock.instant(), settings.zone());
    }

    Phrase howLong(int people) {
        int seconds = people / PER_SECOND + 1;
        return seconds < 90
                ? phrase("announce.seconds", seconds)
                : phrase("announce.minutes", Math.round(seconds / 60.0));
    }

    /** Also asked again for the same words, it arrives once. */
    void test(Talk talk, Localized texts, Audience audience) {
        int words = texts.words().hashCode() * 31 + audience.toString().hashCode();
        outbox.put(List.of(Post.of(
                "anntest:" + talk.opening() + ":" + Integer.toHexString(words),
                talk.with(),
                talk.address(),
                Lane.REPLY,
                letters.letter(texts, audience, talk.language()),
                "announcement-test:" + talk.opening(),
                clock.instant())));
    }

    Draft draft(String id, Localized texts, Audience audience, Talk talk, String go) {
        var now = clock.instant();
        var morning = morning();
        boolean waits = go.equals(MORNING);
        return new Draft(
                id,
                texts,
                audience,
                talk.with(),
                talk.address(),
                morning.isPresent() && !waits,
                waits ? morning.orElse(now) : now);
    }

    Line line(Talk talk, Announcement sent) {
        boolean waits = sent.dueAt().isAfter(clock.instant());
        return talk.line(waits ? "waits" : "sent", sent.total()).with(Choice.to("announcements"));
    }
}
