package org.pokana.helpdesk;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Questions;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** By what name an organizer is known to those whom they answer; without one, the team answers. */
@Component
class SignAnswers implements Flow {

    private static final int LONGEST = 60;
    private static final String NOBODY = "nobody";
    private static final String AS_THERE = "as-there";

    private final Signatures signatures;

    SignAnswers(Signatures signatures) {
        this.signatures = signatures;
    }

    @Override
    public String name() {
        return "signature";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public boolean lapses() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var signature = talk.signature().filter(name -> name.length() <= LONGEST);
        var choices = new ArrayList<Choice>();
        signature.ifPresent(name -> choices.add(new Choice(AS_THERE, verbatim(News.cut(name, 25)))));
        choices.add(new Choice(NOBODY, phrase("signature.name.nobody")));
        var name = talk.ask(Questions.textOr("name", LONGEST, List.copyOf(choices)));
        if (name.equals(NOBODY)) {
            signatures.signsNoMore(talk.with());
            return talk.end(talk.line("nameless").with(Choice.to("duty"), Choice.to("menu")));
        }
        var signed = name.equals(AS_THERE) ? signature.orElse(name) : name;
        signatures.signs(talk.with(), signed);
        return talk.end(talk.line("signed", signed).with(Choice.to("duty"), Choice.to("menu")));
    }
}
