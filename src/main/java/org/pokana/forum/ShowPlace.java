package org.pokana.forum;

import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.springframework.stereotype.Component;

/** Where one forum is, on the map if that is known. */
@Component
class ShowPlace implements Flow {

    private final Forums forums;

    ShowPlace(Forums forums) {
        this.forums = forums;
    }

    @Override
    public String name() {
        return "place";
    }

    @Override
    public Ending hold(Talk talk) {
        var forum = forums.find(talk.opening()).orElse(null);
        if (forum == null) {
            return talk.goOnWith("forums");
        }
        if (forum.venue().onMap()) {
            talk.say(Facts.map(forum));
        }
        return talk.end(talk.line("here", forum.title(), Facts.place(forum))
                .with(Choice.to("forum", forum.id()).as(Tone.AWAY))
                .with(Facts.all()));
    }
}
