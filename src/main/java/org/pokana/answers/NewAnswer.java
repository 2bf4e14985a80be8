package org.pokana.answers;

import org.pokana.conversation.Ending;
import org.pokana.conversation.Talk;
import org.pokana.faq.Drafts;
import org.springframework.stereotype.Component;

/** A question that nobody has answered here yet; it begins as a draft. */
@Component
class NewAnswer implements ForTheTeam {

    private static final int QUESTION = 150;
    private static final int SOURCE = 250;

    private final Drafts drafts;

    NewAnswer(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public String name() {
        return "new_answer";
    }

    @Override
    public Ending hold(Talk talk) {
        var question = talk.ask(Dictated.of("question", QUESTION, QUESTION));
        var answer = talk.ask(Dictated.of("answer", ChangeAnswer.LONGEST, ChangeAnswer.LONGEST));
        var source = talk.ask(Dictated.of("source", SOURCE, SOURCE));
        var draft = drafts.propose(question, answer, talk.language(), source, talk.with(), null);
        return talk.goOnWith("draft", draft);
    }
}
