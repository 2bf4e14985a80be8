package org.pokana.announcement;

import static org.pokana.conversation.Questions.dictation;
import static org.pokana.conversation.Questions.orSkip;

import java.util.HashMap;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Localized;

/** Asks for the words of an announcement. */
final class Dictation {

    private Dictation() {}

    /** In Bulgarian and, if there are any, in English. */
    static Localized texts(Talk talk) {
        var texts = new HashMap<String, String>();
        texts.put("bg", talk.ask(dictation("text", Letters.LONGEST)));
        talk.ask(orSkip(dictation("english", Letters.LONGEST))).ifPresent(english -> texts.put("en", english));
        return new Localized(texts);
    }
}
