package org.pokana.forum;

import static org.pokana.kernel.Phrase.phrase;

import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.springframework.stereotype.Component;

/** The agenda of one forum. */
@Component
class ShowAgenda implements Flow {

    private final Forums forums;

    ShowAgenda(Forums forums) {
        this.forums = forums;
    }

    @Override
    public String name() {
        return "agenda";
    }

    @Override
    public boolean linkable() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var forum = forums.find(talk.opening()).orElse(null);
        if (forum == null) {
            return talk.goOnWith("forums");
        }
        var back = Choice.to("forum", forum.id()).as(Tone.AWAY);
        var agenda = Agenda.asItStands(forum);
        if (agenda.isEmpty()) {
            return talk.end(talk.line("none", forum.title()).with(back));
        }
        var items = Facts.lines(agenda.stream().map(item -> phrase("agenda.item", Facts.hours(item), item.title())));
        return talk.end(talk.line("list", forum.title(), Facts.when(forum), items)
                .with(back)
                .with(Facts.all()));
    }
}
