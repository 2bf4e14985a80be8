package org.pokana.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What somebody wrote while another was faster: it stands beside what is there now, so that nothing of it is lost. */
final class TooLate {

    private static final List<String> OF_A_FORUM = Stream.concat(
                    inEachLanguage("title", "summary", "city", "place", "address", "agenda").stream(),
                    Stream.of("agenda", "day", "from", "to", "capacity", "pin"))
            .toList();

    private TooLate() {}

    static List<String> inEachLanguage(String... fields) {
        return Stream.of(fields)
                .flatMap(field -> EntryForm.LANGUAGES.stream().map(tag -> field + "-" + tag))
                .toList();
    }

    static Map<String, String> ofForum(Map<String, String> written, Map<String, String> now) {
        return of(OF_A_FORUM, written, now);
    }

    /** By the names of the fields, where it says something else. */
    static Map<String, String> of(List<String> fields, Map<String, String> written, Map<String, String> now) {
        var theirs = new LinkedHashMap<String, String>();
        for (String field : fields) {
            var said = EntryForm.said(written, field);
            if (!said.isBlank() && !said.equals(EntryForm.said(now, field))) {
                theirs.put(field, said);
            }
        }
        return theirs;
    }
}
