package org.pokana.forum;

import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import org.pokana.kernel.Phrase;

/** The kinds of bodies participants come from; {@code other} comes last. */
public final class Groups {

    public static final List<String> KEYS =
            List.of("local-government", "institution", "state-territorial-structure", "social-partner", "ngo", "other");

    /** Those who come from a town hall, nearly always. */
    static final String LOCAL = "local-government";

    private Groups() {}

    public static Phrase named(String key) {
        return phrase("forum.group." + key);
    }
}
