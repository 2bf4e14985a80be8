package org.pokana.forum;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Line;
import org.springframework.stereotype.Component;

/** The forum at whose door a helper stands: the one they name, else the one that is near, else one they choose. */
@Component
class AtTheDoor {

    private final Forums forums;
    private final Meaning meaning;
    private final Clock clock;

    AtTheDoor(Forums forums, Meaning meaning, Clock clock) {
        this.forums = forums;
        this.meaning = meaning;
        this.clock = clock;
    }

    /** Empty when none is near. */
    Optional<Forum> meant(Talk talk, String id) {
        return forums.find(id).or(() -> {
            var near = near();
            return near.size() > 1
                    ? Optional.of(talk.ask(new WhichForum(near, forums::find, meaning)))
                    : near.stream().findFirst();
        });
    }

    private List<Forum> near() {
        return forums.all().stream()
                .filter(forum -> forum.canBeNoted(clock.instant()))
                .toList();
    }

    /** What is said in the words {@code <flow>.none}, {@code .too-early} and {@code .over} while nobody can be checked in. */
    Ending notNow(Talk talk, Optional<Forum> meant) {
        var now = clock.instant();
        var next = meant.or(() -> forums.upcoming(now).stream().findFirst()).orElse(null);
        if (next == null) {
            return talk.end(talk.line("none").with(Facts.menu()));
        }
        boolean early = !next.isCancelled() && now.isBefore(next.doorOpens());
        Line line = early
                ? talk.line("too-early", next.title(), next.doorOpens().atZone(next.zone()))
                : talk.line("over", next.title());
        return talk.end(line.with(Facts.buttons(List.of(next))).with(Facts.menu()));
    }
}
