package org.pokana.answers;

import java.util.List;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Talk;
import org.pokana.faq.Drafts;
import org.springframework.stereotype.Component;

/** Other words for a draft before it is published: {@code /draft_text <id> question|answer}. */
@Component
class ChangeDraft implements ForTheTeam {

    private static final int QUESTION = 150;

    private final Drafts drafts;

    ChangeDraft(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public String name() {
        return "draft_text";
    }

    @Override
    public Ending hold(Talk talk) {
        var opening = List.of(talk.opening().split(" "));
        var draft = drafts.find(opening.get(0)).orElse(null);
        if (draft == null) {
            return talk.goOnWith("answers", "drafts");
        }
        if (opening.contains("question")) {
            var question = talk.ask(Dictated.of("question", QUESTION, QUESTION));
            drafts.change(draft.id(), question, draft.answer(), draft.topic());
        } else {
            var answer = talk.ask(Dictated.of("answer", ChangeAnswer.LONGEST, ChangeAnswer.LONGEST));
            drafts.change(draft.id(), draft.asked(), answer, draft.topic());
        }
        return talk.goOnWith("draft", draft.id());
    }
}
