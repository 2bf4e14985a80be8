package org.pokana.faq;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What somebody meant to type whose keyboard was left in another layout: the same keys read in the others. Two layouts
 * for Bulgarian are in use besides the typewriters': the phonetic one as people know it, and that of the standard.
 */
final class Layouts {

    private static final String LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,./`\\";

    /** The same keys, in the same order. */
    private static final List<String> BULGARIAN = List.of(
            ",уеишщксдзц;ьяаожгтнвмчюйъэфхпрлб`(",
            "явертъуиопшщасдфгхйкл;'зьцжбнм,./чю",
            "чшертъуиопящасдфгхйкл;'зжцвбнм,./юь");

    private static final List<Map<Integer, Integer>> INTO_BULGARIAN =
            BULGARIAN.stream().map(keys -> table(LATIN, keys)).toList();
    private static final List<Map<Integer, Integer>> INTO_LATIN =
            BULGARIAN.stream().map(keys -> table(keys, LATIN)).toList();

    private Layouts() {}

    private static Map<Integer, Integer> table(String from, String to) {
        var table = new HashMap<Integer, Integer>();
        for (int i = 0; i < from.length(); i++) {
            table.putIfAbsent((int) from.charAt(i), (int) to.charAt(i));
        }
        return table;
    }

    /** Every other text it may have been meant to be. */
    static Stream<String> others(String text, boolean cyrillic) {
        var tables = cyrillic ? INTO_LATIN : isPhonetic(text) ? INTO_BULGARIAN : INTO_BULGARIAN.subList(0, 1);
        return tables.stream().map(table -> read(text, table)).distinct();
    }

    /** Otherwise it reads as any Bulgarian in Latin letters, which is understood anyway. */
    private static boolean isPhonetic(String text) {
        return text.chars().anyMatch(c -> "[]\\`".indexOf(c) >= 0);
    }

    private static String read(String text, Map<Integer, Integer> table) {
        var meant = new StringBuilder();
        text.codePoints().map(Character::toLowerCase).forEach(c -> meant.appendCodePoint(table.getOrDefault(c, c)));
        return meant.toString();
    }
}
