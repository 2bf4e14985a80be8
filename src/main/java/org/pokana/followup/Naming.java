package org.pokana.followup;

import static org.pokana.kernel.Phrase.phrase;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pokana.forum.AgendaItem;
import org.pokana.forum.Forum;
import org.pokana.kernel.Localized;
import org.pokana.kernel.Phrase;

/** How forums and their parts are called on buttons and in lists. */
final class Naming {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    /** With the hour before it and a tick, a label is as long as it may be. */
    private static final int LONGEST = 16;

    private Naming() {}

    /** {@code 25.02 Хасково}. */
    static Phrase label(Forum forum) {
        return phrase("after.label", DAY.format(forum.startsAt()), forum.city());
    }

    /** Those that can be of use. */
    static List<AgendaItem> parts(Forum forum) {
        return forum.agenda().stream()
                .filter(part -> !List.of("check-in", "break").contains(part.kind()))
                .limit(7)
                .toList();
    }

    /** What a part is known by: {@code 10:00}. */
    static String hour(AgendaItem part) {
        return HOUR.format(part.starts());
    }

    /** {@code 10:00 Картата на…}. */
    static Phrase label(AgendaItem part) {
        return phrase("after.part", hour(part), shortened(part.title()));
    }

    private static Localized shortened(Localized title) {
        return new Localized(title.words().entrySet().stream()
                .collect(Collectors.toMap(java.util.Map.Entry::getKey, words -> shortened(words.getValue()))));
    }

    private static String shortened(String words) {
        if (words.length() <= LONGEST) {
            return words;
        }
        int space = words.lastIndexOf(' ', LONGEST - 1);
        return words.substring(0, space > LONGEST / 2 ? space : LONGEST - 1)
                        .strip()
                        .replaceAll("[,:;–-]$", "") + "…";
    }

    static Phrase lines(Stream<Phrase> lines) {
        return lines.reduce((above, below) -> phrase("after.lines", above, below))
                .orElseThrow();
    }
}
