package org.pokana.faq;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.pokana.conversation.Spelling;

/** Whether two people ask the same: the words that matter are, without endings and in one spelling. */
public final class SameQuestion {

    /** So much of what either says must be in both; one word more in a long question is still the same. */
    private static final double ALIKE = 0.85;

    private final Wording wording;

    SameQuestion(Lexicon lexicon) {
        wording = new Wording("bg", lexicon); // reads any other language, too: both texts alike
    }

    public boolean areAlike(String one, String other) {
        var first = words(one);
        var second = words(other);
        if (first.isEmpty() || second.isEmpty()) {
            return Spelling.fold(one).equals(Spelling.fold(other));
        }
        if (!numbers(first).equals(numbers(second))) {
            return false;
        }
        var both = new HashSet<>(first);
        both.retainAll(second);
        return both.size() >= ALIKE * (first.size() + second.size() - both.size());
    }

    private static Set<String> numbers(Set<String> words) {
        return words.stream().filter(word -> word.matches(".*\\d.*")).collect(Collectors.toSet());
    }

    private Set<String> words(String text) {
        return wording.question(text).stream()
                .filter(word -> !word.quiet())
                .map(Wording.Word::stem)
                .collect(Collectors.toSet());
    }
}
