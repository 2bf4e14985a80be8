package org.pokana.announcement;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Line;
import org.pokana.kernel.Localized;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Content;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** Writes announcements as people will read them: the words, why they came, and the way to stop more of them. */
@Component
class Letters {

    /** With the reason below it, the longest text still is one message on every channel. */
    static final int LONGEST = 3000;

    private static final Phrase STOP = phrase("stop.button");

    private final Audiences audiences;
    private final Words words;

    Letters(Audiences audiences, Words words) {
        this.audiences = audiences;
        this.words = words;
    }

    /** In the person's language if there are words in it, else wholly in the one there is. */
    Content letter(Localized texts, Audience audience, Locale reader) {
        var language = texts.speaks(reader) ? reader : languages(texts).get(0);
        return words.content(
                Line.of(says(texts, audience, language), new Choice("/stop", STOP))
                        .thatLasts(),
                language);
    }

    /** The words alone. */
    Content notice(Localized texts, Locale reader) {
        return words.content(Line.of(verbatim(texts)).thatLasts(), reader);
    }

    /** The same for every language there is, to be looked at by somebody who reads any of them. */
    List<Line> preview(Localized texts, Audience audience) {
        return languages(texts).stream()
                .map(language -> Line.of(
                                verbatim(words.say(says(texts, audience, language), language)),
                                new Choice("/stop", verbatim(words.say(STOP, language))))
                        .thatLasts())
                .toList();
    }

    private Phrase says(Localized texts, Audience audience, Locale language) {
        return phrase("announcement.message", texts.in(language), audiences.reason(audience));
    }

    private static List<Locale> languages(Localized texts) {
        return Stream.concat(Stream.of("bg"), texts.words().keySet().stream().sorted())
                .distinct()
                .map(Locale::forLanguageTag)
                .filter(texts::speaks)
                .toList();
    }
}
