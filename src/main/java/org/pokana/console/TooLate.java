package org.pokana.console;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What somebody wrote while another was faster: it stands beside what is there now, so that nothing of it is lost. */
final class TooLate {

    private static final Map<String, String> OF_A_FORUM = ofAForum();

    private TooLate() {}

    /**
     * What was written in one field and is not there now.
     *
     * @param label the phrase that the field is called by
     * @param said empty if it was emptied
     */
    public record Left(String field, String label, String said) {}

    /** The phrases of fields of which there is one in each language. */
    static Map<String, String> inEachLanguage(String prefix, String... fields) {
        var labels = new LinkedHashMap<String, String>();
        for (String field : fields) {
            EntryForm.LANGUAGES.forEach(tag -> labels.put(field + "-" + tag, prefix + field + "-" + tag));
        }
        return labels;
    }

    private static Map<String, String> ofAForum() {
        var labels = inEachLanguage("console.", "title", "summary", "city", "place", "address", "agenda");
        Stream.of("agenda", "from", "to", "capacity", "pin").forEach(field -> labels.put(field, "console." + field));
        labels.put("day", "console.day-label");
        return labels;
    }

    static List<Left> ofForum(Map<String, String> written, Map<String, String> now) {
        return of(OF_A_FORUM, written, now);
    }

    /** A tick said in a word, as a box that is not ticked is not sent. */
    static Map<String, String> withTicks(Map<String, String> fields, List<String> ticks, PageWords words) {
        var said = new HashMap<>(fields);
        for (String tick : ticks) {
            said.put(tick, words.say(fields.getOrDefault(tick, "").isEmpty() ? "console.no" : "console.yes"));
        }
        return said;
    }

    /** @param labels the phrase of each field that counts; a field that was not sent was not written in */
    static List<Left> of(Map<String, String> labels, Map<String, String> written, Map<String, String> now) {
        var left = new ArrayList<Left>();
        labels.forEach((field, label) -> {
            var said = EntryForm.said(written, field);
            if (written.containsKey(field) && !said.equals(EntryForm.said(now, field))) {
                left.add(new Left(field, label, said));
            }
        });
        return left;
    }
}
