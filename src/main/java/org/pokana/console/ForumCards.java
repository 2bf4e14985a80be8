package org.pokana.console;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.pokana.console.ForumCard.State;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Registrations;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** The forums the public pages show. */
@Component
class ForumCards {

    private static final Duration LOOKED_BACK = Duration.ofDays(3 * 366);

    private final Forums forums;
    private final Registrations registrations;
    private final Frame frame;
    private final Words words;
    private final Clock clock;

    ForumCards(Forums forums, Registrations registrations, Frame frame, Words words, Clock clock) {
        this.forums = forums;
        this.registrations = registrations;
        this.words = words;
        this.frame = frame;
        this.clock = clock;
    }

    /** The next one first. */
    List<ForumCard> in(Locale language) {
        return forums.upcoming(clock.instant()).stream()
                .map(forum -> card(forum, language))
                .toList();
    }

    /** Those that were held, the latest first. */
    List<ForumCard> past(Locale language) {
        var now = clock.instant();
        return forums.all().stream()
                .filter(forum -> forum.isOver(now) && !forum.isCancelled())
                .filter(forum -> forum.ends().isAfter(now.minus(LOOKED_BACK)))
                .sorted(Comparator.comparing(Forum::starts).reversed())
                .map(forum -> card(forum, language))
                .toList();
    }

    ForumCard card(Forum forum, Locale language) {
        var state = state(forum);
        return new ForumCard(
                forum.id(),
                forum.title().in(language),
                forum.summary().in(language),
                forum.startsAt(),
                forum.endsAt(),
                forum.city().in(language),
                forum.venue().name().in(language),
                forum.isFull() ? 0 : forum.freeSeats(),
                state == State.OPEN
                        ? registrations
                                .kept(forum)
                                .map(kept -> words.say(kept, language))
                                .orElse("")
                        : "",
                state,
                state == State.OPEN ? frame.elsewhere("register-" + forum.id(), language) : List.of());
    }

    private State state(Forum forum) {
        var now = clock.instant();
        if (forum.isCancelled()) {
            return State.CANCELLED;
        }
        if (forum.isOver(now)) {
            return State.OVER;
        }
        if (forum.hasStarted(now)) {
            return State.STARTED;
        }
        return forum.isOpen(now) ? State.OPEN : State.CLOSED;
    }
}
