package org.pokana.kernel;

import java.util.Locale;
import java.util.Map;

/** Somebody's own words in one or more languages, such as a forum's title; keys are language tags. */
public record Localized(Map<String, String> words) {

    public Localized {
        words = Map.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("words in at least one language are needed");
        }
    }

    public static Localized of(String bulgarian, String english) {
        return new Localized(Map.of("bg", bulgarian, "en", english));
    }

    public boolean speaks(Locale language) {
        return words.containsKey(language.getLanguage());
    }

    /** The words in this language, else in Bulgarian, else in whichever language there is. */
    public String in(Locale language) {
        var wanted = words.get(language.getLanguage());
        if (wanted != null) {
            return wanted;
        }
        var bulgarian = words.get("bg");
        return bulgarian != null ? bulgarian : words.values().iterator().next();
    }
}
