package org.pokana.forum;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pokana.kernel.Localized;

/** Reads what a form says of a forum; each piece is empty when it is missing or too long. */
public final class Descriptions {

    public static final int LONGEST_TITLE = 160;
    public static final int LONGEST_SUMMARY = 250;

    private Descriptions() {}

    public static Optional<Localized> title(Map<String, String> fields) {
        return words(fields, "title", LONGEST_TITLE);
    }

    public static Optional<Localized> summary(Map<String, String> fields) {
        return words(fields, "summary", LONGEST_SUMMARY);
    }

    /** In one language at least. */
    static Optional<Localized> words(Map<String, String> fields, String field, int longest) {
        var words = new HashMap<String, String>();
        for (String tag : SketchReading.LANGUAGES) {
            var line = fields.getOrDefault(field + "-" + tag, "")
                    .replaceAll("[\\p{Cntrl}\\s]+", " ")
                    .strip();
            if (!line.isEmpty()) {
                words.put(tag, line);
            }
        }
        boolean fit = words.values().stream().allMatch(line -> line.length() <= longest);
        return words.isEmpty() || !fit ? Optional.empty() : Optional.of(new Localized(words));
    }

    public static Optional<List<String>> languages(Map<String, String> fields) {
        return ticked(fields, "language-", SketchReading.LANGUAGES);
    }

    public static Optional<List<String>> groups(Map<String, String> fields) {
        return ticked(fields, "group-", Groups.KEYS);
    }

    private static Optional<List<String>> ticked(Map<String, String> fields, String prefix, List<String> known) {
        var ticked = known.stream()
                .filter(key -> !fields.getOrDefault(prefix + key, "").isEmpty())
                .toList();
        return ticked.isEmpty() ? Optional.empty() : Optional.of(ticked);
    }
}
