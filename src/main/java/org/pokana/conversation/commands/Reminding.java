package org.pokana.conversation.commands;

import static org.pokana.kernel.Phrase.phrase;

import org.pokana.contact.Contacts;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** Switches reminders before forums on and off; necessary changes are always told. */
@Component
class Reminding implements Flow {

    private final Contacts contacts;

    Reminding(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public String name() {
        return "reminding";
    }

    @Override
    public boolean everywhere() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        boolean off = !talk.opening().equals("on");
        contacts.reminders(talk.with(), off);
        var other =
                Choice.to(phrase(off ? "reminding.turn-on" : "reminding.turn-off"), "reminding", off ? "on" : "off");
        return talk.end(
                talk.line(off ? "off" : "on").with(other, Choice.to("settings").as(Choice.Tone.AWAY)));
    }
}
