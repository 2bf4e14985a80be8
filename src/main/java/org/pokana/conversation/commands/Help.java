package org.pokana.conversation.commands;

import static org.pokana.kernel.Phrase.phrase;

import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** Says what can be typed, without taking anybody out of what they are doing. */
@Component
class Help implements Flow {

    @Override
    public String name() {
        return "help";
    }

    @Override
    public boolean everywhere() {
        return true;
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        return talk.end(talk.line("what")
                .with(
                        Choice.to("menu"),
                        Choice.to("person"),
                        Choice.to(phrase("language.other"), "language", "other"),
                        Choice.to("settings")));
    }
}
