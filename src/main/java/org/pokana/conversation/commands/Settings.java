package org.pokana.conversation.commands;

import static org.pokana.kernel.Phrase.phrase;

import org.pokana.contact.Contact;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** Shows what is switched on and how to change it. */
@Component
class Settings implements Flow {

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public boolean everywhere() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        Contact person = talk.contact();
        return talk.end(talk.line("what", onOff(person.announcementsOff()), onOff(person.remindersOff()))
                .with(
                        toggle("news", person.announcementsOff()),
                        toggle("reminding", person.remindersOff()),
                        Choice.to(phrase("language.other"), "language", "other"),
                        Choice.to("menu").as(Choice.Tone.AWAY)));
    }

    private static Phrase onOff(boolean off) {
        return phrase(off ? "settings.off" : "settings.on");
    }

    private static Choice toggle(String flow, boolean off) {
        return Choice.to(phrase(flow + (off ? ".turn-on" : ".turn-off")), flow, off ? "on" : "off");
    }
}
