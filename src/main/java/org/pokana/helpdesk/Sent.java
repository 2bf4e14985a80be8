package org.pokana.helpdesk;

import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import java.util.Optional;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** What those who answer are told of it: to how many it goes, or who has the question instead. */
@Component
class Sent {

    private final Names names;

    Sent(Names names) {
        this.names = names;
    }

    /** @param answered the question after it, empty when somebody else has it */
    Line line(Optional<Question> answered, Question before) {
        if (answered.isEmpty()) {
            return hadBy(before);
        }
        var question = answered.get();
        boolean isNew = question.answer().isPresent() && question.draft() == null;
        return Line.of(how(question, isNew))
                .with(isNew ? List.of(Card.act("learn", question)) : List.of())
                .with(Choice.to("answer", question.id()), Card.act("finish", question), Choice.to("menu"))
                .thatLasts();
    }

    private Phrase how(Question question, boolean isNew) {
        var last = question.events().get(question.events().size() - 1);
        long reached = question.askers().stream()
                .map(Question.Asker::contact)
                .filter(one -> last.to() == null || one.equals(last.to()))
                .filter(names::isInReach)
                .count();
        if (reached == 0) {
            return phrase("helpdesk.out-of-reach");
        }
        return phrase(isNew ? "helpdesk.sent-first" : "helpdesk.sent", reached);
    }

    Line hadBy(Question question) {
        return Line.of(phrase("helpdesk.had-by", names.colleague(question.owner()), News.excerpt(question.text())))
                .with(Choice.to(phrase("handle.show"), "questions", question.id()), Choice.to("menu"));
    }
}
