package org.pokana.helpdesk;

import java.util.Locale;
import org.pokana.faq.Drafts;
import org.pokana.helpdesk.Question.Draft;
import org.pokana.kernel.ContactId;
import org.springframework.stereotype.Component;

/** The knowledge base, where it waits as a draft until somebody publishes it. */
@Component
class FaqLearner implements Learner {

    private final Drafts drafts;

    FaqLearner(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public void learn(String question, Draft draft, ContactId by) {
        var language = Locale.forLanguageTag(draft.language());
        drafts.propose(draft.question(), draft.answer(), language, draft.source(), by, question);
    }
}
