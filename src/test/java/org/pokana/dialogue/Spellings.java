package org.pokana.dialogue;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The ways in which people type what stands on a button. */
final class Spellings {

    private static final Map<String, String> LATIN = Map.ofEntries(
            Map.entry("а", "a"),
            Map.entry("б", "b"),
            Map.entry("в", "v"),
            Map.entry("г", "g"),
            Map.entry("д", "d"),
            Map.entry("е", "e"),
            Map.entry("ж", "j"),
            Map.entry("з", "z"),
            Map.entry("и", "i"),
            Map.entry("й", "i"),
            Map.entry("к", "k"),
            Map.entry("л", "l"),
            Map.entry("м", "m"),
            Map.entry("н", "n"),
            Map.entry("о", "o"),
            Map.entry("п", "p"),
            Map.entry("р", "r"),
            Map.entry("с", "s"),
            Map.entry("т", "t"),
            Map.entry("у", "u"),
            Map.entry("ф", "f"),
            Map.entry("х", "h"),
            Map.entry("ц", "c"),
            Map.entry("ч", "4"),
            Map.entry("ш", "6"),
            Map.entry("щ", "sht"),
            Map.entry("ъ", "a"),
            Map.entry("ь", "i"),
            Map.entry("ю", "yu"),
            Map.entry("я", "q"));

    private Spellings() {}

    static Set<String> of(String label) {
        var small = label.toLowerCase(Locale.ROOT);
        var all = new LinkedHashSet<String>();
        all.add(label);
        all.add(small);
        all.add(label.toUpperCase(Locale.ROOT));
        all.add(small.replace('й', 'и'));
        all.add(latin(small));
        return all;
    }

    /** As on a keyboard without Cyrillic, in a hurry. */
    private static String latin(String small) {
        return small.chars()
                .mapToObj(Character::toString)
                .map(letter -> LATIN.getOrDefault(letter, letter))
                .collect(Collectors.joining());
    }
}
