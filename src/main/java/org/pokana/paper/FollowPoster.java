package org.pokana.paper;

import java.time.Clock;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.forum.Forums;
import org.springframework.stereotype.Component;

/** Where the one code on a forum's poster leads: to its card, but to checking in while its door is open. */
@Component
class FollowPoster implements Flow {

    private final Forums forums;
    private final Clock clock;

    FollowPoster(Forums forums, Clock clock) {
        this.forums = forums;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "poster";
    }

    @Override
    public boolean linkable() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        boolean door = forums.find(talk.opening())
                .filter(forum -> forum.isAtTheDoor(clock.instant()))
                .isPresent();
        return talk.goOnWith(door ? "door" : "forum", talk.opening());
    }
}
