package org.pokana.helpdesk;

import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.helpdesk.Question.Kind;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** Whoever asked needs no more: the answer helped, the talk is over, or the question is not needed any longer. */
@Component
class EndQuestion implements Flow {

    private final Desk desk;
    private final Talking talking;

    EndQuestion(Desk desk, Talking talking) {
        this.desk = desk;
        this.talking = talking;
    }

    @Override
    public String name() {
        return "question_end";
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var words = talk.opening().split(" ");
        var question = desk.find(words[words.length - 1])
                .filter(each -> each.askedBy(talk.with().value()).isPresent());
        if (question.isEmpty() || words.length != 2) {
            return talk.end(talk.line("unknown").with(Choice.to("person"), Choice.to("menu")));
        }
        boolean thanks = words[0].equals("thanks");
        talking.leave(question.get().id(), talk.with(), thanks ? Kind.THANKED : Kind.FINISHED);
        return talk.end(talk.line(thanks ? "welcome" : "done")
                .with(Choice.to("reply", question.get().id()), Choice.to("ask"), Choice.to("menu")));
    }
}
