package org.pokana.console;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pokana.console.Prose.Block;
import org.pokana.faq.FaqEntry;

/** An entry in one of its languages, as people see it there; without a question where it does not speak it. */
public record Side(
        String language,
        @Nullable String question,
        @Nullable String label,
        List<Block> answer,
        List<String> sources,
        List<String> examples) {

    private static final int LONGEST_REASON = 200;

    static Side of(FaqEntry entry, String tag) {
        var language = Locale.forLanguageTag(tag);
        var answer = entry.answer().words().get(tag);
        return new Side(
                tag,
                entry.question().words().get(tag),
                entry.label().words().get(tag),
                answer == null ? List.of() : Prose.of(answer),
                entry.sources().stream()
                        .map(source -> source.name().in(language))
                        .toList(),
                entry.phrasings().getOrDefault(tag, List.of()));
    }

    /** Why somebody changed something, in their words; null when they did not say. */
    static @Nullable String reason(String written) {
        var line = oneLine(written);
        return line.isEmpty() ? null : line.substring(0, Math.min(LONGEST_REASON, line.length()));
    }

    static String oneLine(String written) {
        return written.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
