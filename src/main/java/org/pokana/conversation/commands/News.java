package org.pokana.conversation.commands;

import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import org.pokana.contact.Contacts;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Outbox;
import org.springframework.stereotype.Component;

/** Switches announcements on and off; off holds at once, also for what is already on its way. */
@Component
class News implements Flow {

    private final Contacts contacts;
    private final Outbox outbox;

    News(Contacts contacts, Outbox outbox) {
        this.contacts = contacts;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "news";
    }

    @Override
    public boolean everywhere() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        boolean off = !talk.opening().equals("on");
        contacts.announcements(talk.with(), off);
        if (off) {
            outbox.callOff(talk.with().value(), List.of(Lane.ANNOUNCEMENT), "opted out");
            return talk.end(talk.line("off").with(Choice.to(phrase("news.turn-on"), "news", "on"), back()));
        }
        return talk.end(talk.line("on").with(Choice.to(phrase("news.turn-off"), "news", "off"), back()));
    }

    private static Choice back() {
        return Choice.to("settings").as(Choice.Tone.AWAY);
    }
}
