package org.pokana.announcement;

import static org.pokana.conversation.Questions.orSkip;
import static org.pokana.conversation.Questions.text;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Question;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Localized;

/** Words for others: a question among them is not put to us. */
record Dictation(String name) implements Question<String> {

    /** Asks for the words in Bulgarian and, if there are any, in English. */
    static Localized texts(Talk talk) {
        var texts = new HashMap<String, String>();
        texts.put("bg", talk.ask(new Dictation("text")));
        talk.ask(orSkip(new Dictation("english"))).ifPresent(english -> texts.put("en", english));
        return new Localized(texts);
    }

    @Override
    public List<Object> arguments() {
        return List.of(Letters.LONGEST);
    }

    @Override
    public List<Choice> choices() {
        return List.of();
    }

    @Override
    public boolean free() {
        return false;
    }

    @Override
    public Optional<String> understand(Answer answer) {
        return text(name, Letters.LONGEST).understand(answer);
    }
}
