package org.pokana.console;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pokana.console.Prose.Block;
import org.pokana.faq.FaqEntry;

/**
 * A question with its answer on the public pages, in the reader's language.
 *
 * @param checked the month in which the facts were found last; null while nobody has confirmed them
 */
record QuestionCard(
        String id,
        String topic,
        String question,
        String answer,
        List<Source> sources,
        @Nullable String checked) {

    record Source(String name, @Nullable String url) {}

    static QuestionCard of(FaqEntry entry, PageWords words) {
        var language = Locale.forLanguageTag(words.language());
        return new QuestionCard(
                entry.id(),
                entry.topic(),
                entry.question().in(language),
                entry.answer().in(language),
                entry.sources().stream()
                        .map(source -> new Source(source.name().in(language), source.url()))
                        .toList(),
                entry.checked()
                        .map(month -> words.format("public.format-month", month))
                        .orElse(null));
    }

    public List<Block> blocks() {
        return Prose.of(answer);
    }

    /** The beginning of the answer. */
    public String glimpse() {
        return new Preview(question, answer.replace("•", "·"), "").description();
    }
}
