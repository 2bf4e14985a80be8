package org.pokana.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pokana.faq.Edited.Fault;
import org.pokana.faq.FaqEntry;
import org.pokana.faq.FaqEntry.Source;
import org.pokana.kernel.Localized;

/** An entry as the fields of a form, and back. What is blank in a language is not said in it. */
final class EntryForm {

    static final List<String> LANGUAGES = List.of("bg", "en");
    static final int MOST_SOURCES = 10;

    private EntryForm() {}

    static Map<String, String> written(FaqEntry entry) {
        var form = new LinkedHashMap<String, String>();
        for (String tag : LANGUAGES) {
            form.put("question-" + tag, entry.question().words().getOrDefault(tag, ""));
            form.put("label-" + tag, entry.label().words().getOrDefault(tag, ""));
            form.put("answer-" + tag, entry.answer().words().getOrDefault(tag, ""));
            form.put("examples-" + tag, String.join("\n", entry.phrasings().getOrDefault(tag, List.of())));
        }
        for (int i = 0; i < entry.sources().size(); i++) {
            var source = entry.sources().get(i);
            for (String tag : LANGUAGES) {
                form.put("source-" + i + "-" + tag, source.name().words().getOrDefault(tag, ""));
            }
            form.put("source-" + i + "-url", source.url() == null ? "" : source.url());
        }
        form.put("topic", entry.topic());
        form.put("note", entry.note() == null ? "" : entry.note());
        return form;
    }

    /** What was written, or the first thing that is wrong with it. */
    record Read(@Nullable FaqEntry entry, @Nullable Fault fault) {}

    static Read read(FaqEntry before, Map<String, String> form) {
        var question = localized(form, "question");
        var label = localized(form, "label");
        var answer = localized(form, "answer");
        if (question == null || label == null || answer == null) {
            var missing = question == null ? "question" : label == null ? "label" : "answer";
            return new Read(null, new Fault(missing, Fault.Kind.MISSING, 0));
        }
        var sources = sources(form);
        if (sources == null) {
            return new Read(null, new Fault("source", Fault.Kind.MISSING, 0));
        }
        var note = said(form, "note").strip();
        var entry = new FaqEntry(
                before.id(),
                said(form, "topic"),
                question,
                label,
                examples(form),
                answer,
                sources,
                before.checkedIn(),
                before.related(),
                note.isEmpty() ? null : note);
        return new Read(entry, null);
    }

    private static @Nullable Localized localized(Map<String, String> form, String field) {
        var words = new HashMap<String, String>();
        for (String tag : LANGUAGES) {
            var said = said(form, field + "-" + tag).strip();
            if (!said.isEmpty()) {
                words.put(tag, field.equals("answer") ? said : Side.oneLine(said));
            }
        }
        return words.isEmpty() ? null : new Localized(words);
    }

    private static Map<String, List<String>> examples(Map<String, String> form) {
        var examples = new HashMap<String, List<String>>();
        for (String tag : LANGUAGES) {
            var lines = Arrays.stream(said(form, "examples-" + tag).split("\n"))
                    .map(Side::oneLine)
                    .filter(line -> !line.isEmpty())
                    .distinct()
                    .toList();
            if (!lines.isEmpty()) {
                examples.put(tag, lines);
            }
        }
        return examples;
    }

    /** Null when one has an address and no name. */
    private static @Nullable List<Source> sources(Map<String, String> form) {
        var sources = new ArrayList<Source>();
        for (int i = 0; i < MOST_SOURCES; i++) {
            var name = localized(form, "source-" + i);
            var url = said(form, "source-" + i + "-url").strip();
            if (name == null && !url.isEmpty()) {
                return null;
            }
            if (name != null) {
                sources.add(new Source(name, url.isEmpty() ? null : url));
            }
        }
        return sources;
    }

    static String said(Map<String, String> form, String field) {
        return lines(form.getOrDefault(field, ""));
    }

    /** Browsers send lines as networks do. */
    static String lines(String written) {
        return written.replace("\r\n", "\n").strip();
    }
}
