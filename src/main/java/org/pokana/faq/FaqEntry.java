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
 * @param note for editors only, never shown to people
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
        List<String> related,
        @Nullable String note) {

    public FaqEntry(
            String id,
            String topic,
            Localized question,
            Localized label,
            Map<String, List<String>> phrasings,
            Localized answer,
            List<Source> sources,
            @Nullable YearMonth checkedIn,
            List<String> related) {
        this(id, topic, question, label, phrasings, answer, sources, checkedIn, related, null);
    }

    public Optional<YearMonth> checked() {
        return Optional.ofNullable(checkedIn);
    }

    /** The same saying something else; what speaks another language stays as it is. */
    public FaqEntry saying(Localized otherQuestion, Localized otherLabel, Localized otherAnswer) {
        return new FaqEntry(
                id, topic, otherQuestion, otherLabel, phrasings, otherAnswer, sources, checkedIn, related, note);
    }

    public FaqEntry askedAs(Map<String, List<String>> otherPhrasings) {
        return new FaqEntry(id, topic, question, label, otherPhrasings, answer, sources, checkedIn, related, note);
    }

    public FaqEntry checkedIn(YearMonth month) {
        return new FaqEntry(id, topic, question, label, phrasings, answer, sources, month, related, note);
    }

    public FaqEntry about(String otherTopic) {
        return new FaqEntry(id, otherTopic, question, label, phrasings, answer, sources, checkedIn, related, note);
    }

    /** Where an answer comes from. */
    public record Source(Localized name, @Nullable String url) {}
}
