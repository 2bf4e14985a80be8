package org.pokana.forum;

import java.time.Clock;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** What is coming up, one button for each. */
@Component
class ListForums implements Flow {

    private final Forums forums;
    private final Clock clock;

    ListForums(Forums forums, Clock clock) {
        this.forums = forums;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forums";
    }

    @Override
    public boolean everywhere() {
        return true;
    }

    @Override
    public boolean linkable() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var upcoming = forums.upcoming(clock.instant());
        if (upcoming.isEmpty()) {
            return talk.end(talk.line("none").with(Choice.to("ask"), Choice.to("menu")));
        }
        var page = Page.of(upcoming, talk.opening());
        return talk.end(talk.line("list", Facts.items(page.items()))
                .with(Facts.buttons(page.items()))
                .with(page.further(name()))
                .with(Facts.menu()));
    }
}
