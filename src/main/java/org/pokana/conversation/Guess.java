package org.pokana.conversation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.pokana.conversation.Shown.Offer;

/**
 * What somebody means who types nearly what stands on a choice. Each word that says something must stand on one of the
 * choices, else the person speaks of something else; what several choices have in common is no answer yet.
 */
final class Guess {

    /** How many people or things there are: „Всички: 57“, „Всички (57)“. */
    private static final Pattern COUNT = Pattern.compile("\\s*(:\\s*\\d[\\d\\s]*|\\(\\s*\\d[\\d\\s]*\\))\\s*$");

    private final SmallWords small;
    private final Map<Offer, List<String>> labels = new LinkedHashMap<>();

    Guess(List<Offer> offers, SmallWords small) {
        this.small = small;
        offers.forEach(offer ->
                labels.put(offer, small.words(COUNT.matcher(offer.label()).replaceFirst(""))));
    }

    /** None, the one that is meant, or all that may be. */
    List<Offer> at(String text) {
        if (small.asksOrDenies(text)) {
            return List.of();
        }
        var typed = small.words(text);
        var exactly = at(typed, String::equals);
        return exactly.isEmpty() ? at(typed, Slip::of) : exactly;
    }

    private List<Offer> at(List<String> typed, BiPredicate<String, String> same) {
        Predicate<String> onAny = word -> labels.values().stream().anyMatch(label -> has(label, word, same));
        var said = typed.stream()
                .filter(word -> onAny.test(word) || !small.isQuiet(word))
                .toList();
        if (said.isEmpty() || !said.stream().allMatch(onAny)) {
            return List.of();
        }
        var nothingElse = offers(label -> hasAll(label, said, same) && hasAll(said, label, same));
        if (nothingElse.size() == 1) {
            return nothingElse;
        }
        if (said.stream().allMatch(small::isQuiet)) {
            return List.of();
        }
        var all = offers(label -> hasAll(label, said, same));
        return all.isEmpty() ? offers(label -> said.stream().anyMatch(word -> has(label, word, same))) : all;
    }

    private List<Offer> offers(Predicate<List<String>> which) {
        return labels.entrySet().stream()
                .filter(each -> which.test(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean hasAll(List<String> label, List<String> words, BiPredicate<String, String> same) {
        return words.stream().allMatch(word -> has(label, word, same));
    }

    private static boolean has(List<String> label, String word, BiPredicate<String, String> same) {
        return label.stream().anyMatch(each -> same.test(each, word));
    }
}
