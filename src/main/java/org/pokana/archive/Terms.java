package org.pokana.archive;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pokana.conversation.Spelling;
import org.pokana.conversation.Stems;

/** The words of a text as they are compared: without endings, in one spelling; Latin letters may be English or Bulgarian. */
final class Terms {

    private static final int MOST_ASKED = 8;

    /** Most words are said again and again; taking them apart takes longer than looking them up. */
    private static final int MOST_KNOWN = 20_000;

    private static final Map<String, Set<String>> KNOWN = new ConcurrentHashMap<>();

    private Terms() {}

    static Set<String> of(String text) {
        return words(text).flatMap(word -> ofWord(word).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** One set for each word that is looked for: any of its terms will do. Single letters say nothing. */
    static List<Set<String>> asked(String text) {
        return words(text)
                .filter(word -> word.length() > 1)
                .map(Terms::ofWord)
                .distinct()
                .limit(MOST_ASKED)
                .toList();
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(Spelling.plain(text).split(" ")).filter(word -> !word.isEmpty());
    }

    private static Set<String> ofWord(String word) {
        if (KNOWN.size() > MOST_KNOWN) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(word, Terms::taken);
    }

    private static Set<String> taken(String word) {
        var bulgarian = Stream.of(Stems.bulgarian(word), Stems.shortest(word));
        boolean latin = word.chars().allMatch(letter -> letter >= 'a' && letter <= 'z');
        var all = latin ? Stream.concat(bulgarian, Stream.of("en:" + Stems.english(word))) : bulgarian;
        return all.collect(Collectors.toUnmodifiableSet());
    }
}
