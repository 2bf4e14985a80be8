package org.pokana.answers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pokana.conversation.Talk;
import org.pokana.faq.Editing;
import org.pokana.faq.Version;

/**
 * What a command of the team's is about: {@code <entry> <version that was seen> <language or what to do> …}.
 *
 * @param now the entry as it is, which may be another version by now
 * @param rest what follows
 */
record Seen(Version now, long version, List<String> rest) {

    static Optional<Seen> by(Talk talk, Editing editing) {
        var opening = List.of(talk.opening().split(" "));
        if (opening.size() < 2 || !opening.get(1).matches("\\d{1,9}")) {
            return Optional.empty();
        }
        return editing.now(opening.get(0))
                .map(now -> new Seen(now, Long.parseLong(opening.get(1)), opening.subList(2, opening.size())));
    }

    String id() {
        return now.entry().id();
    }

    Locale language(Talk talk) {
        return rest.isEmpty() ? talk.language() : Locale.forLanguageTag(rest.get(0));
    }
}
