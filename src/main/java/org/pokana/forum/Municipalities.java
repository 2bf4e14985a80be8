package org.pokana.forum;

import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import java.util.stream.Stream;
import org.pokana.kernel.Phrase;

/** The municipalities of the Haskovo district, and what is none of them. */
public final class Municipalities {

    /** Those a forum can be held in. */
    public static final List<String> DISTRICT = List.of(
            "haskovo",
            "dimitrovgrad",
            "harmanli",
            "ivaylovgrad",
            "lyubimets",
            "madzharovo",
            "mineralni-bani",
            "simeonovgrad",
            "stambolovo",
            "svilengrad",
            "topolovgrad");

    /** Those a person can come from. */
    public static final List<String> KEYS = Stream.concat(DISTRICT.stream(), Stream.of("whole-district", "other"))
            .toList();

    private Municipalities() {}

    public static Phrase named(String key) {
        return phrase("forum.municipality." + key);
    }
}
