package org.pokana.faq;

import static org.pokana.kernel.Phrase.verbatim;

import java.util.Arrays;
import java.util.Locale;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Words;

/** Says lines in the language of the question when the person otherwise reads another. */
record Spoken(Words words, Locale reads, Locale asked) {

    /** Goes with an entry's id through buttons and commands, so that further screens stay in that language. */
    String[] opening(String... of) {
        if (isTheSame()) {
            return of;
        }
        var opening = Arrays.copyOf(of, of.length + 1);
        opening[of.length] = asked.getLanguage();
        return opening;
    }

    Line say(Line line) {
        if (isTheSame()) {
            return line;
        }
        var choices = line.choices().stream()
                .map(choice -> new Choice(choice.pick(), put(choice.label()), choice.tone()))
                .toList();
        return new Line(put(line.phrase()), choices, line.lasting(), line.attachment());
    }

    private Phrase put(Phrase phrase) {
        return verbatim(words.say(phrase, asked));
    }

    private boolean isTheSame() {
        return reads.getLanguage().equals(asked.getLanguage());
    }
}
