package org.pokana.faq;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.pokana.faq.TryOut.Reason;
import org.pokana.faq.Wording.Word;

/** Says in words what a question and a phrasing have in common; for editors, who want to know why. */
final class Likeness {

    private static final int MOST_REASONS = 3;

    /** Of a word's runs of letters, so many must be the same. */
    private static final double ALIKE = 0.5;

    private final Wording wording;
    private final Weights weights;

    Likeness(Wording wording, Weights weights) {
        this.wording = wording;
        this.weights = weights;
    }

    List<Reason> reasons(List<String> phrasings, String question) {
        var asked = wording.question(question);
        var reasons = new ArrayList<Weighed>();
        for (var phrasing : phrasings) {
            var offered = wording.question(phrasing);
            var met = asked.stream()
                    .filter(word -> offered.stream().anyMatch(other -> isMet(word, other)))
                    .toList();
            if (!met.isEmpty()) {
                var words = met.stream().map(Word::written).toList();
                double weight = weights.of(met) / Math.sqrt(1 + weights.of(offered));
                reasons.add(new Weighed(new Reason(phrasing, words), weight));
            }
        }
        return reasons.stream()
                .sorted(Comparator.comparingDouble(Weighed::weight).reversed())
                .limit(MOST_REASONS)
                .map(Weighed::reason)
                .toList();
    }

    private record Weighed(Reason reason, double weight) {}

    private static boolean isMet(Word asked, Word offered) {
        if (asked.stem().equals(offered.stem()) || asked.senses().stream().anyMatch(offered.senses()::contains)) {
            return true;
        }
        var grams = new HashSet<>(asked.grams());
        grams.retainAll(new HashSet<>(offered.grams()));
        return asked.grams().size() > 1 && grams.size() >= ALIKE * asked.grams().size();
    }
}
