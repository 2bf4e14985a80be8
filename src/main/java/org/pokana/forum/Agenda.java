package org.pokana.forum;

import java.time.Duration;
import java.util.List;

/** What happens when at a forum, as far as it is true. */
public final class Agenda {

    private Agenda() {}

    /** A forum that was made shorter may have an agenda that is not. */
    public static List<AgendaItem> asItStands(Forum forum) {
        var lasts = Duration.between(forum.starts(), forum.ends());
        var start = forum.startsAt().toLocalTime();
        return forum.agenda().stream()
                .filter(item -> item.endsAfter(start).compareTo(lasts) <= 0)
                .toList();
    }
}
