package org.pokana.forum;

import java.time.Clock;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.springframework.stereotype.Component;

/** One forum, by its id. */
@Component
class ShowForum implements Flow {

    private final Forums forums;
    private final Cards cards;
    private final Clock clock;

    ShowForum(Forums forums, Cards cards, Clock clock) {
        this.forums = forums;
        this.cards = cards;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forum";
    }

    @Override
    public boolean linkable() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        if (talk.opening().isEmpty()) {
            return talk.goOnWith("forums");
        }
        return forums.find(talk.opening())
                .map(forum -> talk.end(cards.of(forum, talk.with())))
                .orElseGet(() -> talk.end(talk.line("gone")
                        .with(Facts.buttons(forums.upcoming(clock.instant())))
                        .with(Facts.all(), Facts.menu())));
    }
}
