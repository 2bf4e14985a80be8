package org.pokana.forum;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** The words with which people ask for a forum, in all languages at once; they stand beside the phrases. */
@Component
class Vocabulary {

    /** What a word does in a question; the first that fits is meant. */
    enum Kind {
        /** Asks something that no date or place answers, even if it stands in a title. */
        OTHERWISE,
        MEETINGS,
        MEETING,
        WHEN,
        NEXT,
        REGISTER,
        /** Says which meetings in general, and nothing without one. */
        ABOUT,
        FILLER
    }

    private record Month(Term name, int number) {

        /** Written {@code февруар*>2}. */
        static Month of(String listed) {
            var parts = listed.split(">", 2);
            return new Month(Term.of(parts[0]), Integer.parseInt(parts[1]));
        }
    }

    private final Map<Kind, List<Term>> terms = new EnumMap<>(Kind.class);
    private final List<Month> months;

    Vocabulary(Words words) {
        for (Kind kind : Kind.values()) {
            var listed = listed(words, kind.name().toLowerCase(Locale.ROOT));
            terms.put(kind, listed.map(Term::of).toList());
        }
        months = listed(words, "months").map(Month::of).toList();
    }

    private static Stream<String> listed(Words words, String key) {
        return words.languages().stream()
                .map(language -> words.raw("find_forum." + key + ".words", Locale.forLanguageTag(language)))
                .flatMap(listed -> Arrays.stream(listed.split("\\|")));
    }

    /** What the folded word does; small words are not looked for behind a slip. */
    Optional<Kind> kind(String word) {
        return kind(word, 0).or(() -> kind(word, 2));
    }

    private Optional<Kind> kind(String word, int most) {
        return terms.entrySet().stream()
                .filter(listed -> most == 0 || listed.getKey() != Kind.FILLER)
                .filter(listed -> listed.getValue().stream()
                        .anyMatch(term -> term.slips(word).orElse(most + 1) <= most))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** From 1 to 12. */
    OptionalInt month(String word) {
        return months.stream()
                .filter(month -> month.name().slips(word).isPresent())
                .mapToInt(Month::number)
                .findFirst();
    }
}
