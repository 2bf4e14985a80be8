package org.pokana.conversation.commands;

import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** Answers a thank-you kindly and briefly, wherever it is said. */
@Component
class Thanks implements Flow {

    @Override
    public String name() {
        return "thanks";
    }

    @Override
    public boolean everywhere() {
        return true;
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
        return talk.end(talk.line("welcome").with(Choice.to("menu")));
    }
}
