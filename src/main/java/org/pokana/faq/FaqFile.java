package org.pokana.faq;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Localized;
import org.pokana.messaging.ContentFile;
import org.pokana.messaging.ContentNode;

/** Reads the entries and refuses the whole file for one mistake: a bad entry must not reach a person quietly. */
final class FaqFile {

    static final List<String> LANGUAGES = List.of("bg", "en");

    private static final Set<String> FIELDS = Set.of(
            "id",
            "topic",
            "question",
            "label",
            "alternatives",
            "examples",
            "answer",
            "source",
            "checked",
            "note",
            "related");

    private final ContentFile file;
    private final List<String> topics;
    private final boolean inEveryLanguage;

    /** What comes with the bot: complete, in every language. */
    FaqFile(ContentFile file, List<String> topics) {
        this(file, topics, true);
    }

    /** @param inEveryLanguage otherwise one is enough, and nobody need have said it in other words */
    FaqFile(ContentFile file, List<String> topics, boolean inEveryLanguage) {
        this.file = file;
        this.topics = topics;
        this.inEveryLanguage = inEveryLanguage;
    }

    List<FaqEntry> read() {
        var nodes = file.tree().items();
        var entries = new LinkedHashMap<String, FaqEntry>();
        for (var node : nodes) {
            var entry = entry(node);
            if (entries.put(entry.id(), entry) != null) {
                throw node.wrong("the id “" + entry.id() + "” is taken by an earlier entry");
            }
        }
        var all = List.copyOf(entries.values());
        for (int i = 0; inEveryLanguage && i < nodes.size(); i++) {
            checkRelated(all.get(i), nodes.get(i), entries.keySet());
        }
        return all;
    }

    private FaqEntry entry(ContentNode node) {
        var fields = node.fields(FIELDS);
        var note = fields.get("note");
        return new FaqEntry(
                id(node.required(fields, "id")),
                topic(node.required(fields, "topic")),
                words(node.required(fields, "question"), Fitness.QUESTION),
                words(node.required(fields, "label"), Fitness.LABEL),
                phrasings(node, fields),
                words(node.required(fields, "answer"), Fitness.ANSWER),
                sources(node.required(fields, "source")),
                checked(node.required(fields, "checked")),
                fields.containsKey("related") ? node.required(fields, "related").texts(0, 5, 40) : List.of(),
                note == null ? null : note.text(Fitness.NOTE));
    }

    private String id(ContentNode node) {
        var id = node.text(40); // rides in buttons, where 64 bytes must hold everything
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw node.wrong("the id “" + id + "” is not made of small letters, digits and single hyphens");
        }
        return id;
    }

    private String topic(ContentNode node) {
        var topic = node.text(40);
        if (!topics.contains(topic)) {
            throw node.wrong("unknown topic “" + topic + "”");
        }
        return topic;
    }

    private Map<String, List<String>> phrasings(ContentNode node, Map<String, ContentNode> fields) {
        int fewest = inEveryLanguage ? 2 : 1;
        int longest = inEveryLanguage ? Fitness.QUESTION : Fitness.PHRASING;
        var few = fields.get("alternatives");
        if (few == null && inEveryLanguage) {
            few = node.required(fields, "alternatives");
        }
        var many = fields.get("examples");
        var all = new LinkedHashMap<String, List<String>>();
        if (few != null) {
            all.putAll(spoken(few, texts -> texts.texts(fewest, 4, longest)));
        }
        if (many != null) {
            spoken(many, texts -> texts.texts(1, 100, Fitness.PHRASING))
                    .forEach((language, more) -> all.merge(language, more, FaqFile::together));
        }
        return all;
    }

    private static List<String> together(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private List<FaqEntry.Source> sources(ContentNode node) {
        var sources = node.items().stream().map(this::source).toList();
        if (sources.isEmpty()) {
            throw node.wrong("an answer needs at least one source");
        }
        return sources;
    }

    private FaqEntry.Source source(ContentNode node) {
        var fields = node.fields(Set.of("name", "url"));
        var name = words(node.required(fields, "name"), Fitness.SOURCE);
        var url = fields.get("url");
        if (url != null && !url.text(500).matches("https?://[^\\s/]+\\.[^\\s]+")) {
            throw url.wrong("“" + url.text(500) + "” is not a web address");
        }
        return new FaqEntry.Source(name, url == null ? null : url.text(500));
    }

    private static @Nullable YearMonth checked(ContentNode node) {
        if (node.isFalse()) {
            return null;
        }
        var month = node.text(10);
        try {
            return YearMonth.parse(month);
        } catch (DateTimeParseException e) {
            throw node.wrong("“" + month + "” is neither a month like \"2026-11\" nor false");
        }
    }

    private Localized words(ContentNode node, int longest) {
        return new Localized(spoken(node, text -> text.text(longest)));
    }

    private <T> Map<String, T> spoken(ContentNode node, Function<ContentNode, T> read) {
        return inEveryLanguage ? byLanguage(node, read) : inSome(node, read);
    }

    private static <T> Map<String, T> inSome(ContentNode node, Function<ContentNode, T> read) {
        var texts = new LinkedHashMap<String, T>();
        node.fields(Set.copyOf(LANGUAGES)).forEach((language, text) -> texts.put(language, read.apply(text)));
        if (texts.isEmpty()) {
            throw node.wrong("at least one language is expected here");
        }
        return texts;
    }

    static <T> Map<String, T> byLanguage(ContentNode node, Function<ContentNode, T> read) {
        var fields = node.fields(Set.copyOf(LANGUAGES));
        var texts = new LinkedHashMap<String, T>();
        LANGUAGES.forEach(language -> texts.put(language, read.apply(node.required(fields, language))));
        return texts;
    }

    private static void checkRelated(FaqEntry entry, ContentNode node, Set<String> ids) {
        for (var related : entry.related()) {
            if (!ids.contains(related)) {
                throw node.wrong("“" + entry.id() + "” is related to “" + related + "”, which does not exist");
            }
            if (related.equals(entry.id())) {
                throw node.wrong("“" + entry.id() + "” is related to itself");
            }
        }
    }
}
