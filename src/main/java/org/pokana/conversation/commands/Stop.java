package org.pokana.conversation.commands;

import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.springframework.stereotype.Component;

/** The word everybody knows for "no more news". */
@Component
class Stop implements Flow {

    @Override
    public String name() {
        return "stop";
    }

    @Override
    public boolean everywhere() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        return talk.goOnWith("news", "off");
    }
}
