package org.pokana.faq;

import java.util.Collection;
import java.util.Map;
import org.pokana.faq.Wording.Word;

/** How much each word tells: one that few entries use tells most, a quiet one little. */
final class Weights {

    /** Of a word no entry uses: as much as a rare one, so that questions about something else find no support. */
    private static final double UNKNOWN = 3;

    private static final double QUIET = 0.5;

    private final Map<String, Integer> entriesWith;
    private final int entries;

    Weights(Map<String, Integer> entriesWith, int entries) {
        this.entriesWith = entriesWith;
        this.entries = entries;
    }

    double of(Collection<Word> words) {
        return words.stream().mapToDouble(this::of).sum();
    }

    double of(Word word) {
        return rarity(word) * (word.quiet() ? QUIET : 1);
    }

    boolean knows(Word word) {
        return entriesWith.containsKey(word.stem());
    }

    private double rarity(Word word) {
        var with = entriesWith.get(word.stem());
        for (var sense : word.senses()) {
            with = with == null ? entriesWith.get(sense) : with;
        }
        if (with == null) {
            return UNKNOWN;
        }
        return Math.pow(Math.log1p((entries - with + 1.5) / (with + 0.5)), 0.8);
    }
}
