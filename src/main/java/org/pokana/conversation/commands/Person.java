package org.pokana.conversation.commands;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import org.pokana.contact.Responsible;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** Says how to reach a human being, as the operator named one. */
@Component
class Person implements Flow {

    private final Responsible responsible;

    Person(Responsible responsible) {
        this.responsible = responsible;
    }

    @Override
    public String name() {
        return "person";
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
        var name = responsible.name().map(each -> verbatim(each)).orElse(phrase("person.organizer"));
        var line = responsible
                .reach()
                .map(reach -> talk.line("reach", name, reach))
                .orElse(talk.line("no-contact"));
        return talk.end(line.with(Choice.to("menu")));
    }
}
