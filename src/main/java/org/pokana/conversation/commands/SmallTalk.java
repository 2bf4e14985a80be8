package org.pokana.conversation.commands;

import java.util.List;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** Answers what people say to be polite, or because they are cross: {@code /small_talk how}. */
@Component
class SmallTalk implements Flow {

    private static final List<String> KINDS = List.of("how", "goodbye", "fine", "cross");

    @Override
    public String name() {
        return "small_talk";
    }

    @Override
    public boolean polite() {
        return true;
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var kind = KINDS.contains(talk.opening()) ? talk.opening() : "how";
        var line = talk.line(kind);
        return talk.end(
                kind.equals("cross")
                        ? line.with(Choice.to("person"), Choice.to("menu"))
                        : line.with(Choice.to("menu")));
    }
}
