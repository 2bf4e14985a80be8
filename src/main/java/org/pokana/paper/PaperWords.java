package org.pokana.paper;

import java.util.Locale;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Words;

/** What is printed, in the language of the paper. */
public final class PaperWords {

    private final Words words;
    private final Locale language;

    PaperWords(Words words, Locale language) {
        this.words = words;
        this.language = language;
    }

    public String language() {
        return language.toLanguageTag();
    }

    public String say(String key, Object... arguments) {
        return words.say(Phrase.phrase(key, arguments), language);
    }

    /** The notice of whoever funds the project; empty unless switched on. */
    public String funding() {
        return say("paper.funding").strip();
    }
}
