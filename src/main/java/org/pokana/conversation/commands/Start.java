package org.pokana.conversation.commands;

import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import org.pokana.contact.Responsible;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Flows;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Phrase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Greets, says what this is, and follows a deep link such as {@code /start forum-haskovo-2027-02}. */
@Component
class Start implements Flow {

    private static final List<String> OFFERED = List.of("forums", "ask", "menu", "privacy");

    private final ObjectProvider<Flows> flows;

    private final Responsible responsible;

    Start(ObjectProvider<Flows> flows, Responsible responsible) {
        this.flows = flows;
        this.responsible = responsible;
    }

    @Override
    public String name() {
        return "start";
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
    public Ending hold(Talk talk) {
        var link = talk.opening().strip().split("-", 2);
        var target = flows.getObject().named(link[0]).filter(Flow::linkable);
        if (target.isPresent()) {
            talk.say("hello-short");
            return talk.goOnWith(target.get().name(), link.length > 1 ? link[1] : "");
        }
        var more = responsible.reach().isPresent() ? "start.reach-a-person" : "start.leave-a-message";
        return talk.end(talk.line("hello", organizer(), phrase(more))
                .with(Menu.offers(flows.getObject(), talk, OFFERED))
                .with(Choice.to(phrase("language.other"), "language", "other")));
    }

    private Phrase organizer() {
        return responsible.name().map(Phrase::verbatim).orElse(phrase("person.organizer"));
    }
}
