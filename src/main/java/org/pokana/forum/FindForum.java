package org.pokana.forum;

import java.time.Clock;
import java.util.List;
import org.pokana.contact.Contact;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Listener;
import org.pokana.conversation.Talk;
import org.pokana.forum.Meaning.Meant;
import org.pokana.kernel.Choice;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Answers questions about a certain forum with that forum; asked before the general answers are. */
@Component
@Order(0)
class FindForum implements Listener {

    private final Forums forums;
    private final Meaning meaning;
    private final Cards cards;
    private final Clock clock;

    FindForum(Forums forums, Meaning meaning, Cards cards, Clock clock) {
        this.forums = forums;
        this.meaning = meaning;
        this.cards = cards;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "find_forum";
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public boolean understands(Contact person, String text) {
        return meaning.of(text, upcoming()).isPresent();
    }

    private List<Forum> upcoming() {
        return forums.upcoming(clock.instant());
    }

    @Override
    public Ending hold(Talk talk) {
        return meaning.of(talk.opening(), upcoming())
                .map(meant -> answer(talk, meant))
                .orElseGet(() -> talk.goOnWith("forums"));
    }

    private Ending answer(Talk talk, Meant meant) {
        if (upcoming().isEmpty()) {
            return talk.goOnWith("forums");
        }
        if (meant.forums().isEmpty()) {
            return talk.end(talk.line("none").with(Facts.buttons(upcoming())).with(Facts.menu()));
        }
        if (meant.forums().size() > 1) {
            return several(talk, meant);
        }
        var forum = meant.forums().get(0);
        return meant.registration() ? talk.goOnWith("register", forum.id()) : talk.end(cards.of(forum, talk.with()));
    }

    private static Ending several(Talk talk, Meant meant) {
        var opens = meant.registration() ? "register" : "forum";
        var shown = Page.of(meant.forums(), "").items();
        return talk.end(talk.line("several", Facts.items(shown))
                .with(shown.stream()
                        .map(forum -> Choice.to(Facts.label(forum), opens, forum.id()))
                        .toList())
                .with(Facts.all(), Facts.menu()));
    }
}
