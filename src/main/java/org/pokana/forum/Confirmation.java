package org.pokana.forum;

import org.pokana.conversation.Ending;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Attachment;
import org.pokana.kernel.Choice;

/** What everybody gets who has a seat now, in the words {@code <flow>.done}. */
final class Confirmation {

    private Confirmation() {}

    static Ending of(Talk talk, Forum forum, Registration registration) {
        var name = Summary.parts(registration.profile()).get(0);
        talk.say(talk.line("done", registration.number(), forum.title(), Facts.when(forum), Facts.place(forum), name)
                .with(
                        Choice.to("my"),
                        Facts.giveUp(forum),
                        Facts.delegate(forum),
                        Choice.to("agenda", forum.id()),
                        Choice.to("needs", forum.id()),
                        Facts.doorPass(forum),
                        Facts.menu())
                .carrying(new Attachment.Copyable(String.valueOf(registration.number())))
                .thatLasts());
        talk.say(Facts.calendar(forum, talk.language()));
        if (forum.venue().onMap()) {
            talk.say(Facts.map(forum));
        }
        return talk.end();
    }
}
