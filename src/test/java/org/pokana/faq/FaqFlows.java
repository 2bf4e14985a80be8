package org.pokana.faq;

import java.util.List;
import org.pokana.Stage.Props;
import org.pokana.conversation.Flow;
import org.pokana.faq.Opinions.Opinion;

/** The packaged questions and answers, put together as Spring does. */
public final class FaqFlows {

    static final KnowledgeBase KNOWLEDGE = KnowledgeBase.read(null);
    static final Search SEARCH = new Search(KNOWLEDGE, Lexicon.read(null));

    private FaqFlows() {}

    public static Class<?>[] documents() {
        return new Class<?>[] {Opinion.class};
    }

    public static List<Flow> all(Props props) {
        return List.of(
                new Ask(KNOWLEDGE),
                new ShowEntry(KNOWLEDGE, props.words(), props.clock()),
                new AnswerQuestion(KNOWLEDGE, SEARCH, props.words(), props.clock()),
                new Helpful(KNOWLEDGE, new Opinions(props.store())));
    }
}
