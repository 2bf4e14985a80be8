package org.pokana.kernel;

import java.time.Instant;
import java.util.List;

/**
 * Something to say, before it is put into anyone's language.
 *
 * @param key the name of the phrase in {@code messages/}
 * @param arguments fill its gaps: text, numbers, {@link Localized}, other phrases, {@code ZonedDateTime}, {@code LocalDate}
 */
public record Phrase(String key, List<Object> arguments) {

    public static Phrase phrase(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }

    /** Words that say when something is; where a channel can, it shows each reader their own time as well. */
    public static Phrase moment(Instant at, Phrase words) {
        return phrase("moment", words, at);
    }

    /** Words that are already someone's own, such as a forum's title. */
    public static Phrase verbatim(Object words) {
        return phrase("verbatim", words);
    }
}
