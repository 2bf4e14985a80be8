package org.pokana.console;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.pokana.forum.Forums;
import org.springframework.stereotype.Component;

/** The forums the public page shows, the next one first. */
@Component
class ForumCards {

    private final Forums forums;
    private final Clock clock;

    ForumCards(Forums forums, Clock clock) {
        this.forums = forums;
        this.clock = clock;
    }

    List<ForumCard> in(Locale language) {
        var now = clock.instant();
        return forums.upcoming(now).stream()
                .map(forum -> new ForumCard(
                        forum.id(),
                        forum.title().in(language),
                        forum.startsAt(),
                        forum.endsAt(),
                        forum.city().in(language),
                        forum.venue().name().in(language),
                        forum.isFull() ? 0 : forum.freeSeats(),
                        forum.isOpen(now)))
                .toList();
    }
}
