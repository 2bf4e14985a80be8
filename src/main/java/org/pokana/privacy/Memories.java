package org.pokana.privacy;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Remembers;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Everything that is kept about a person, wherever it is kept. */
@Component
class Memories {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final List<Remembers> kinds;

    Memories(List<Remembers> kinds, Words words) {
        this.kinds =
                kinds.stream().sorted(Comparator.comparing(Remembers::name)).toList();
        this.kinds.forEach(kind -> mustHaveWords(kind, words));
    }

    /** Found out at the start rather than by the person who asks. */
    private static void mustHaveWords(Remembers kind, Words words) {
        for (String language : words.languages()) {
            if (!words.has(phraseOf(kind.name()), Locale.forLanguageTag(language))) {
                throw new IllegalStateException("messages/privacy_%s.properties must say what '%s' is under %s"
                        .formatted(language, kind.name(), phraseOf(kind.name())));
            }
        }
    }

    static String phraseOf(String kind) {
        return "mydata.kept." + kind;
    }

    /** What is kept, by kind. */
    Map<String, List<?>> of(ContactId contact, List<Address> addresses) {
        var all = new LinkedHashMap<String, List<?>>();
        kinds.forEach(kind -> all.put(kind.name(), kind.of(contact, addresses)));
        return all;
    }

    byte[] asFile(Map<String, List<?>> all) {
        return JSON.writeValueAsBytes(all);
    }
}
