package org.pokana.forum;

import java.time.Clock;
import java.util.Optional;
import org.pokana.conversation.Talk;
import org.springframework.stereotype.Component;

/** The forum an organizer talks about: the one the talk was opened for, else one they choose. */
@Component
public class Planned {

    private final Forums forums;
    private final Meaning meaning;
    private final Clock clock;

    Planned(Forums forums, Meaning meaning, Clock clock) {
        this.forums = forums;
        this.meaning = meaning;
        this.clock = clock;
    }

    /** Empty when there is none to choose from. */
    Optional<Forum> meant(Talk talk) {
        return meant(talk, talk.opening());
    }

    /** The same with more in the opening than the forum. */
    public Optional<Forum> meant(Talk talk, String id) {
        return forums.find(id).or(() -> {
            var upcoming = forums.upcoming(clock.instant());
            return upcoming.isEmpty()
                    ? Optional.empty()
                    : Optional.of(talk.ask(new WhichForum(upcoming, forums::find, meaning)));
        });
    }

    public boolean isToCome(Forum forum) {
        return !forum.isCancelled() && !forum.isOver(clock.instant());
    }
}
