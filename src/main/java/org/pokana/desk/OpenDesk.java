package org.pokana.desk;

import static org.pokana.kernel.Phrase.phrase;

import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Attachment;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.springframework.stereotype.Component;

/** Gives an organizer the link that opens the desk in a browser. */
@Component
class OpenDesk implements Flow {

    private final DeskLinks links;

    OpenDesk(DeskLinks links) {
        this.links = links;
    }

    @Override
    public String name() {
        return "desk";
    }

    @Override
    public boolean linkable() {
        return true;
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.VIEWER);
    }

    @Override
    public Ending hold(Talk talk) {
        var link = links.forOne(talk.with()) + "?lang=" + talk.language().toLanguageTag();
        return talk.end(talk.line("link", link, DeskLinks.LIFE.toMinutes())
                .with(Choice.to(phrase("desk.again"), name()), Choice.to("menu").as(Tone.AWAY))
                .carrying(new Attachment.Copyable(link, phrase("desk.copy")))
                .thatLasts());
    }
}
