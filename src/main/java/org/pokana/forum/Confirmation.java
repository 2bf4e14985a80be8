package org.pokana.forum;

import java.util.List;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Attachment;
import org.pokana.kernel.Choice;
import org.pokana.phone.PhoneNumbers;
import org.springframework.stereotype.Component;

/** What everybody gets who has a seat now, in the words {@code <flow>.done}. */
@Component
class Confirmation {

    private final PhoneNumbers numbers;

    Confirmation(PhoneNumbers numbers) {
        this.numbers = numbers;
    }

    Ending of(Talk talk, Forum forum, Registration registration) {
        var name = Summary.parts(registration.profile()).get(0);
        talk.say(talk.line("done", registration.number(), forum.title(), Facts.when(forum), Facts.place(forum), name)
                .with(
                        Choice.to("my"),
                        Facts.giveUp(forum),
                        Facts.delegate(forum),
                        Choice.to("agenda", forum.id()),
                        Choice.to("needs", forum.id()),
                        Facts.doorPass(forum))
                .with(asksForNumber(talk))
                .with(Facts.menu())
                .carrying(new Attachment.Copyable(String.valueOf(registration.number())))
                .thatLasts());
        talk.say(Facts.calendar(forum, talk.language()));
        if (forum.venue().onMap()) {
            talk.say(Facts.map(forum));
        }
        return talk.end();
    }

    /** Offered here only, and only to who has not left one: nobody is asked on the way to a seat. */
    private List<Choice> asksForNumber(Talk talk) {
        return numbers.of(talk.with().value()).isPresent() ? List.of() : List.of(Choice.to("phone"));
    }
}
