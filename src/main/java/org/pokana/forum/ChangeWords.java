package org.pokana.forum;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.pokana.kernel.Phrase;

/** What is said to somebody about a change of their forum: what was and what is. */
final class ChangeWords {

    /** So many lines of an agenda before the rest is left to the agenda itself. */
    private static final int MOST_LINES = 4;

    private ChangeWords() {}

    static Phrase of(Forum forum, Registration registration) {
        var told = forum.told();
        boolean onlyAgenda = forum.hasOtherAgenda()
                && forum.starts().equals(told.starts())
                && forum.ends().equals(told.ends())
                && forum.venue().equals(told.venue());
        if (onlyAgenda) {
            return phrase("forum.notice.agenda", forum.title(), Facts.when(forum), otherLines(forum));
        }
        return phrase(
                "forum.notice.changed",
                forum.title(),
                Facts.whenTold(forum),
                Facts.place(forum, told.venue()),
                Facts.when(forum),
                Facts.place(forum),
                registration.status().name(),
                forum.hasOtherAgenda() ? phrase("forum.notice.agenda-too") : verbatim(""));
    }

    static Phrase cancelled(Forum forum) {
        return phrase("forum.notice.cancelled", forum.title(), Facts.whenTold(forum));
    }

    /** What is in the agenda no more, then what is new in it. */
    static Phrase otherLines(Forum forum) {
        var before = forum.moved(Objects.requireNonNullElse(forum.told().agenda(), forum.agenda()));
        return otherLines(before, forum.agenda());
    }

    static Phrase otherLines(List<AgendaItem> before, List<AgendaItem> after) {
        var lines = Stream.concat(
                        before.stream().filter(item -> !after.contains(item)).map(item -> line("agenda-was", item)),
                        after.stream().filter(item -> !before.contains(item)).map(item -> line("agenda-is", item)))
                .toList();
        var shown = Facts.lines(lines.stream().limit(MOST_LINES));
        int more = lines.size() - MOST_LINES;
        return more > 0 ? phrase("forum.lines", shown, phrase("forum.notice.agenda-more", more)) : shown;
    }

    private static Phrase line(String kind, AgendaItem item) {
        return phrase("forum.notice." + kind, Facts.hours(item), item.title());
    }
}
