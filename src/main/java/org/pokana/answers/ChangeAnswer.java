package org.pokana.answers;

import org.pokana.conversation.Ending;
import org.pokana.conversation.Talk;
import org.pokana.faq.Editing;
import org.pokana.faq.Editing.Translation;
import org.springframework.stereotype.Component;

/** Another answer in one language: {@code /entry_text <entry> <version> <language>}. */
@Component
class ChangeAnswer implements ForTheTeam {

    static final int LONGEST = 1200;

    private final Editing editing;

    ChangeAnswer(Editing editing) {
        this.editing = editing;
    }

    @Override
    public String name() {
        return "entry_text";
    }

    @Override
    public Ending hold(Talk talk) {
        var seen = Seen.by(talk, editing).orElse(null);
        if (seen == null) {
            return talk.goOnWith("answers");
        }
        var language = seen.language(talk);
        var entry = seen.now().entry();
        if (!entry.answer().speaks(language)) {
            return talk.goOnWith("entry_words", talk.opening());
        }
        var answer = talk.ask(Dictated.of("answer", LONGEST, entry.label().in(language), LONGEST));
        var words = new Translation(entry.question().in(language), entry.label().in(language), answer);
        return Outcome.of(talk, editing.translate(seen.id(), seen.version(), language, words, talk.with()), "done");
    }
}
