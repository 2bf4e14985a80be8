package org.pokana.helpdesk;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.util.regex.Pattern;
import org.pokana.contact.Responsible;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Questions;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Ids;
import org.springframework.stereotype.Component;

/** Says how to reach a human being, as the operator named one; where nobody is named, takes a message. */
@Component
class WriteToOrganizers implements Flow {

    private static final int LONGEST = 1000;
    private static final Pattern ID = Pattern.compile("[a-z0-9]{3,40}");

    private final Responsible responsible;
    private final LeftMessages left;
    private final Ids ids;

    WriteToOrganizers(Responsible responsible, LeftMessages left, Ids ids) {
        this.responsible = responsible;
        this.left = left;
        this.ids = ids;
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
        var reach = responsible.reach();
        if (reach.isPresent()) {
            var name = responsible.name().map(each -> verbatim(each)).orElse(phrase("person.organizer"));
            return talk.end(talk.line("reach", name, reach.get()).with(Choice.to("menu")));
        }
        if (left.areTooMany(talk.with())) {
            return talk.end(talk.line("too-many", LeftMessages.MOST_A_DAY).with(Choice.to("menu")));
        }
        if (!ID.matcher(talk.opening()).matches()) {
            return talk.goOnWith(name(), ids.next()); // said again after a crash, it is still the same message
        }
        return takeMessage(talk);
    }

    private Ending takeMessage(Talk talk) {
        var text = talk.ask(Questions.dictation("message", LONGEST));
        boolean passedOn = left.leave(talk.with(), talk.opening(), text);
        var named = Delivering.name(talk.contact()).isPresent() ? "named" : "nameless";
        return talk.end(talk.line(passedOn ? "passed-on" : "kept", named).with(Choice.to("menu")));
    }
}
