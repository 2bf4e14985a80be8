package org.pokana.conversation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pokana.conversation.Shown.Offer;
import org.pokana.messaging.Words;

/** The little words by which people say yes and no, ask, deny or just fill a sentence, in every language we speak. */
final class SmallWords {

    static final String YES = "yes";
    static final String NO = "no";

    /** What people type for the button that says yes, or no: the pick it has. */
    private final Map<String, String> yesOrNo = new HashMap<>();

    private final Set<String> asking = new HashSet<>();
    private final Set<String> quiet = new HashSet<>();
    private final Days days;

    SmallWords(Words words) {
        days = new Days(words.languages());
        for (String language : words.languages()) {
            var locale = Locale.forLanguageTag(language);
            for (String pick : List.of(YES, NO)) {
                folded(words, pick, locale).forEach(word -> yesOrNo.put(word, pick));
            }
            asking.addAll(folded(words, "asking", locale));
            quiet.addAll(folded(words, "quiet", locale));
        }
    }

    private static List<String> folded(Words words, String kind, Locale language) {
        var listed = words.raw("conversation." + kind + ".words", language).split("\\|");
        return Arrays.stream(listed).map(Spelling::fold).toList();
    }

    /** {@code yes} or {@code no}, if that is all somebody typed. */
    Optional<String> yesOrNo(String text) {
        return Optional.ofNullable(yesOrNo.get(Spelling.fold(text)));
    }

    /** Whether a choice is one to agree or to refuse with. */
    boolean says(String yesOrNo, Offer offer) {
        return offer.pick().endsWith("=" + yesOrNo)
                || yesOrNo.equals(this.yesOrNo.get(words(offer.label()).get(0)));
    }

    /** Whether a text asks or denies something, so that it cannot be a slightly misspelled answer. */
    boolean asksOrDenies(String text) {
        return text.contains("?") || words(text).stream().anyMatch(asking::contains);
    }

    /** Whether a word adds nothing to an answer, such as the first one of „от Хасково“. */
    boolean isQuiet(String word) {
        return quiet.contains(word);
    }

    /** The words of a text in one spelling, a date being one word. */
    List<String> words(String text) {
        return days.in(List.of(Spelling.fold(text).split(" ")));
    }
}
