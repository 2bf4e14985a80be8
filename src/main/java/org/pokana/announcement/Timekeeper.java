package org.pokana.announcement;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
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

    /** The forum that an announcement for this audience may follow. */
    Optional<Forum> followed(Audience audience) {
        return audience.forum().flatMap(forums::find).filter(forum -> !forum.isCancelled());
    }
}
