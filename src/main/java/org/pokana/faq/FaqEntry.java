package org.pokana.faq;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Localized;

/**
 * One question with its answer and where the answer comes from.
 *
 * @param label the question in a few words, for a button
 * @param phrasings how people ask it, by language: alternatives and examples, for understanding only, never shown
 * @param checkedIn when the facts were last found in public sources; null while nobody has confirmed them
 */
public record FaqEntry(
        String id,
        String topic,
        Localized question,
        Localized label,
        Map<String, List<String>> phrasings,
        Localized answer,
        List<Source> sources,
        @Nullable YearMonth checkedIn,
        List<String> related) {

    public Optional<YearMonth> checked() {
        return Optional.ofNullable(checkedIn);
    }

    /** Where an answer comes from. */
    public record Source(Localized name, @Nullable String url) {}
}
