package org.pokana.answers;

import org.pokana.conversation.Ending;
import org.pokana.conversation.Talk;
import org.pokana.faq.Editing;
import org.pokana.faq.Editing.Translation;
import org.springframework.stereotype.Component;

/** Question, label and answer in one language: {@code /entry_words <entry> <version> <language>}. */
@Component
class TranslateAnswer implements ForTheTeam {

    private static final int QUESTION = 150;
    private static final int LABEL = 25;

    private final Editing editing;

    TranslateAnswer(Editing editing) {
        this.editing = editing;
    }

    @Override
    public String name() {
        return "entry_words";
    }

    @Override
    public Ending hold(Talk talk) {
        var seen = Seen.by(talk, editing).orElse(null);
        if (seen == null) {
            return talk.goOnWith("answers");
        }
        var language = seen.language(talk);
        var tag = language.getLanguage();
        var entry = seen.now().entry();
        var question = talk.ask(
                Dictated.of("question", QUESTION, Short.of(entry.question().in(language), QUESTION), tag, QUESTION));
        var label = talk.ask(Dictated.of("label", LABEL, LABEL));
        var answer = talk.ask(Dictated.of("answer", ChangeAnswer.LONGEST, tag, ChangeAnswer.LONGEST));
        var words = new Translation(question, label, answer);
        return Outcome.of(talk, editing.translate(seen.id(), seen.version(), language, words, talk.with()), "done");
    }
}
