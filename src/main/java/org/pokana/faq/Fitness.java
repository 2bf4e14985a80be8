package org.pokana.faq;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pokana.faq.Edited.Fault;
import org.pokana.faq.Edited.Fault.Kind;
import org.pokana.kernel.Localized;

/** Whether an entry can be shown to people; the same limits as in the file, but one language is enough. */
final class Fitness {

    static final int QUESTION = 150;
    static final int LABEL = 25;
    static final int ANSWER = 1200;
    static final int PHRASING = 200;
    static final int PHRASINGS = 104;
    static final int NOTE = 2000;
    static final int SOURCE = 250;
    static final int URL = 500;

    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final int LONGEST_ID = 40;
    private static final int MOST_SOURCES = 10;
    private static final int MOST_RELATED = 5;

    private Fitness() {}

    static Optional<Fault> fault(FaqEntry entry) {
        return Stream.of(
                        identity(entry),
                        words("question", entry.question(), QUESTION),
                        words("label", entry.label(), LABEL),
                        words("answer", entry.answer(), ANSWER),
                        languages(entry),
                        phrasings(entry),
                        sources(entry),
                        most("related", entry.related(), MOST_RELATED),
                        shorter("note", entry.note() == null ? "" : entry.note(), NOTE))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Fault> identity(FaqEntry entry) {
        if (!entry.id().matches(ID) || entry.id().length() > LONGEST_ID) {
            return fault("id", Kind.UNKNOWN, LONGEST_ID);
        }
        return KnowledgeBase.TOPICS.contains(entry.topic()) ? Optional.empty() : fault("topic", Kind.UNKNOWN, 0);
    }

    private static Optional<Fault> words(String field, Localized words, int longest) {
        return words.words().entrySet().stream()
                .flatMap(each -> language(field, each.getKey())
                        .or(() -> each.getValue().isBlank() ? fault(field, Kind.MISSING, 0) : Optional.empty())
                        .or(() -> shorter(field, each.getValue(), longest))
                        .stream())
                .findFirst();
    }

    private static Optional<Fault> language(String field, String language) {
        return FaqFile.LANGUAGES.contains(language) ? Optional.empty() : fault(field, Kind.UNKNOWN, 0);
    }

    /** A question without its answer in the same language would promise what is not there. */
    private static Optional<Fault> languages(FaqEntry entry) {
        var asked = entry.question().words().keySet();
        if (!entry.label().words().keySet().equals(asked)) {
            return fault("label", Kind.MISSING, 0);
        }
        return entry.answer().words().keySet().equals(asked) ? Optional.empty() : fault("answer", Kind.MISSING, 0);
    }

    private static Optional<Fault> phrasings(FaqEntry entry) {
        return entry.phrasings().entrySet().stream()
                .flatMap(each -> language("examples", each.getKey())
                        .or(() -> most("examples", each.getValue(), PHRASINGS))
                        .or(() -> all("examples", each.getValue(), PHRASING))
                        .stream())
                .findFirst();
    }

    private static Optional<Fault> sources(FaqEntry entry) {
        if (entry.sources().isEmpty()) {
            return fault("source", Kind.MISSING, 0);
        }
        return most("source", entry.sources(), MOST_SOURCES)
                .or(() -> entry.sources().stream()
                        .flatMap(source -> words("source", source.name(), SOURCE).stream())
                        .findFirst())
                .or(() -> entry.sources().stream()
                        .filter(source -> source.url() != null && !isAddress(source.url()))
                        .findFirst()
                        .flatMap(any -> fault("url", Kind.UNKNOWN, URL)));
    }

    static boolean isAddress(String url) {
        return url.length() <= URL && url.matches("https?://[^\\s/]+\\.[^\\s]+");
    }

    private static Optional<Fault> all(String field, List<String> texts, int longest) {
        return texts.stream()
                .flatMap(text ->
                        (text.isBlank() ? fault(field, Kind.MISSING, 0) : shorter(field, text, longest)).stream())
                .findFirst();
    }

    private static Optional<Fault> shorter(String field, String text, int longest) {
        return text.length() > longest ? fault(field, Kind.TOO_LONG, longest) : Optional.empty();
    }

    private static Optional<Fault> most(String field, Collection<?> all, int most) {
        return all.size() > most ? fault(field, Kind.TOO_MANY, most) : Optional.empty();
    }

    private static Optional<Fault> fault(String field, Kind kind, int limit) {
        return Optional.of(new Fault(field, kind, limit));
    }
}
