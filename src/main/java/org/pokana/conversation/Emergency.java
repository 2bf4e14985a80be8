package org.pokana.conversation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.pokana.messaging.Words;

/** Knows the words of somebody who may be in danger now; a star stands for any ending. */
final class Emergency {

    /** Each is a few words that a text has to have, in whatever order. */
    private final List<List<String>> signs;

    Emergency(Words words) {
        signs = words.languages().stream()
                .flatMap(language ->
                        Arrays.stream(words.raw("conversation.emergency.words", Locale.forLanguageTag(language))
                                .split("\\|")))
                .map(sign -> List.of(alike(sign).split(" ")))
                .toList();
    }

    boolean sounds(String text) {
        var said = said(text);
        return signs.stream().anyMatch(sign -> sign.stream().allMatch(word -> isIn(said, word)));
    }

    /** Latin letters may be English or Bulgarian. Comparing loosely would take the name Amira for a cry. */
    private static Set<String> said(String text) {
        return Stream.of(Spelling.plain(text), Spelling.cyrillic(text))
                .flatMap(each -> Arrays.stream(alike(each).split(" ")))
                .collect(HashSet::new, Set::add, Set::addAll);
    }

    /** In Latin letters the two are written as one. */
    private static String alike(String words) {
        return words.replace('ъ', 'а');
    }

    private static boolean isIn(Set<String> said, String word) {
        return word.endsWith("*")
                ? said.stream().anyMatch(each -> each.startsWith(word.substring(0, word.length() - 1)))
                : said.contains(word);
    }
}
