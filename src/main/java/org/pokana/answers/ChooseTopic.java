package org.pokana.answers;

import static org.pokana.kernel.Phrase.phrase;

import java.util.ArrayList;
import java.util.List;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Talk;
import org.pokana.faq.Drafts;
import org.pokana.faq.KnowledgeBase;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.springframework.stereotype.Component;

/** What a draft is about: {@code /draft_topic <id>}, page 2 {@code … page 2}, the seventh topic {@code … 7}. */
@Component
class ChooseTopic implements ForTheTeam {

    private static final int PAGE = 5;

    private final Drafts drafts;

    ChooseTopic(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public String name() {
        return "draft_topic";
    }

    @Override
    public Ending hold(Talk talk) {
        var opening = List.of(talk.opening().split(" "));
        var draft = drafts.find(opening.get(0)).orElse(null);
        if (draft == null) {
            return talk.goOnWith("answers", "drafts");
        }
        int number = number(opening.get(opening.size() - 1));
        if (opening.size() == 2 && number >= 1 && number <= KnowledgeBase.TOPICS.size()) {
            drafts.change(draft.id(), draft.asked(), draft.answer(), KnowledgeBase.TOPICS.get(number - 1));
            return talk.goOnWith("draft", draft.id());
        }
        int pages = (KnowledgeBase.TOPICS.size() + PAGE - 1) / PAGE;
        return talk.end(talk.line("which")
                .with(page(draft.id(), opening.size() == 3 && number >= 1 ? (number - 1) % pages : 0, pages))
                .with(Choice.to("draft", draft.id()).as(Tone.AWAY), ForTheTeam.menu()));
    }

    private List<Choice> page(String draft, int page, int pages) {
        var choices = new ArrayList<Choice>();
        int to = Math.min((page + 1) * PAGE, KnowledgeBase.TOPICS.size());
        for (int i = page * PAGE; i < to; i++) {
            var label = phrase("ask.topic." + KnowledgeBase.TOPICS.get(i));
            choices.add(Choice.to(label, name(), draft, String.valueOf(i + 1)));
        }
        var next = String.valueOf((page + 1) % pages + 1);
        choices.add(Choice.to(phrase("answers.more"), name(), draft, "page", next));
        return choices;
    }

    private static int number(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    }
}
