package org.pokana.answers;

import org.pokana.conversation.Ending;
import org.pokana.conversation.Talk;
import org.pokana.faq.Editing;
import org.springframework.stereotype.Component;

/** One more way in which people ask: {@code /entry_example <entry> <version> <language>}. */
@Component
class AddExample implements ForTheTeam {

    private static final int LONGEST = 200;

    private final Editing editing;

    AddExample(Editing editing) {
        this.editing = editing;
    }

    @Override
    public String name() {
        return "entry_example";
    }

    @Override
    public Ending hold(Talk talk) {
        var seen = Seen.by(talk, editing).orElse(null);
        if (seen == null) {
            return talk.goOnWith("answers");
        }
        var language = seen.language(talk);
        var label = seen.now().entry().label().in(language);
        var example = talk.ask(Dictated.of("example", LONGEST, label, language.getLanguage(), LONGEST));
        return Outcome.of(talk, editing.addExample(seen.id(), seen.version(), language, example, talk.with()), "done");
    }
}
