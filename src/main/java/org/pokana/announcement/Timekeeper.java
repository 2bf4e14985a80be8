package org.pokana.announcement;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** Knows when scheduled announcements leave, also when the forum they follow moves, and lets them go then. */
@Component
class Timekeeper {

    private final Announcements announcements;
    private final Forums forums;
    private final Clock clock;

    Timekeeper(Announcements announcements, Forums forums, Clock clock) {
        this.announcements = announcements;
        this.forums = forums;
        this.clock = clock;
    }

    /** Empty when the forum it follows is cancelled or gone. */
    Optional<Instant> dueAt(Timing timing) {
        var forum = timing.forum();
        return forum == null
                ? Optional.ofNullable(timing.at())
                : forums.find(forum).filter(followed -> !followed.isCancelled()).map(timing::dueAt);
    }

    Optional<Instant> dueAt(Announcement announcement) {
        var timing = announcement.terms().timing();
        return timing == null ? Optional.of(announcement.dueAt()) : dueAt(timing);
    }

    /** Lets it go if its time has come; what was to be said about a forum that will not be is not said. */
    void depart(Announcement scheduled) {
        var due = dueAt(scheduled);
        if (due.isEmpty()) {
            announcements.stop(scheduled.id());
        } else if (!due.get().isAfter(clock.instant())) {
            announcements.depart(scheduled);
        }
    }

    /** The moments that are offered near the forum that is written about, as long as they are to come. */
    List<Choice> near(Audience audience) {
        return followed(audience).stream()
                .flatMap(forum -> Stream.of(
                                offered(Timing.following(forum.id(), -1, 10), "announce.when.before"),
                                offered(Timing.following(forum.id(), 0, 8), "announce.when.same"),
                                offered(Timing.following(forum.id(), 1, 10), "announce.when.after"))
                        .filter(choice -> isToCome(choice, forum)))
                .toList();
    }

    private static Choice offered(Timing timing, String label) {
        return new Choice(timing.text(), phrase(label, timing.hour()));
    }

    private boolean isToCome(Choice choice, Forum forum) {
        return Timing.parse(choice.pick())
                .filter(timing -> timing.dueAt(forum).isAfter(clock.instant()))
                .isPresent();
    }

    /** The forum that an announcement for this audience may follow. */
    Optional<Forum> followed(Audience audience) {
        return audience.forum().flatMap(forums::find).filter(forum -> !forum.isCancelled());
    }
}
