package org.pokana.forum;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.pokana.conversation.Spelling;
import org.pokana.forum.Vocabulary.Kind;

/** One text read word by word: what it says of forums, and whether it says anything else. */
final class Reading {

    private static final int SHORTEST_TITLE_WORD = 4;

    private final Vocabulary vocabulary;
    private final Towns towns;
    private final List<Forum> forums;

    private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    private final Set<String> townsSaid = new HashSet<>();
    private final Set<String> titled = new HashSet<>();
    private final List<String> unknown = new ArrayList<>();
    private final Day day = new Day();

    Reading(Vocabulary vocabulary, Towns towns, List<Forum> forums, String text) {
        this.vocabulary = vocabulary;
        this.towns = towns;
        this.forums = forums;
        read(withoutTitles(Spelling.fold(text)));
    }

    /** A title, or the part of it before its colon, is one name whatever its words mean. */
    private String withoutTitles(String text) {
        var rest = " " + text + " ";
        for (Forum forum : forums) {
            for (String title : titles(forum)) {
                if (title.contains(" ") && rest.contains(" " + title + " ")) {
                    titled.add(forum.id());
                    rest = rest.replace(" " + title + " ", " ");
                }
            }
        }
        return rest.strip();
    }

    private static List<String> titles(Forum forum) {
        return forum.title().words().values().stream()
                .flatMap(title -> Stream.of(title, title.split(":", 2)[0]))
                .map(Spelling::fold)
                .toList();
    }

    private void read(String text) {
        var words = text.isEmpty() ? List.<String>of() : List.of(text.split(" "));
        for (int i = 0; i < words.size(); i++) {
            var town = towns.at(i, words);
            if (town.towns().isEmpty()) {
                hear(words.get(i));
            } else {
                townsSaid.addAll(town.towns());
                i += town.words() - 1;
            }
        }
        recogniseTitles();
    }

    private void hear(String word) {
        if (day.hears(word, vocabulary.month(word))) {
            return;
        }
        var kind = vocabulary.kind(word);
        if (kind.isPresent()) {
            kinds.add(kind.get());
        } else {
            unknown.add(word);
        }
    }

    /** What is left of a text about a meeting may be words of its title. */
    private void recogniseTitles() {
        if (unknown.isEmpty() || !says(Kind.MEETING, Kind.MEETINGS)) {
            return;
        }
        forums.stream()
                .filter(forum -> unknown.stream().allMatch(word -> isInTitle(word, forum)))
                .forEach(forum -> titled.add(forum.id()));
        if (!titled.isEmpty()) {
            unknown.clear();
        }
    }

    private static boolean isInTitle(String word, Forum forum) {
        return titles(forum).stream()
                .flatMap(title -> Stream.of(title.split(" ")))
                .filter(part -> part.length() >= SHORTEST_TITLE_WORD)
                .anyMatch(part -> Term.name(part).slips(word).isPresent());
    }

    boolean says(Kind... any) {
        return Stream.of(any).anyMatch(kinds::contains);
    }

    /** Whether every word has to do with forums. */
    boolean isClear() {
        boolean aboutSomething = !says(Kind.ABOUT) || says(Kind.MEETING, Kind.MEETINGS);
        return unknown.isEmpty() && day.isClear() && aboutSomething && !says(Kind.OTHERWISE);
    }

    /** Whether it says which forum, be it the next one. */
    boolean isSpecific() {
        boolean asks = says(Kind.MEETING, Kind.MEETINGS, Kind.REGISTER);
        return !titled.isEmpty()
                || !townsSaid.isEmpty()
                || asks && says(Kind.NEXT)
                || day.isSaid() && (asks || says(Kind.WHEN));
    }

    boolean namesAny() {
        return !titled.isEmpty() || !townsSaid.isEmpty() || day.isSaid() || says(Kind.NEXT);
    }

    /** The forums it speaks of; a day that fits none of those in the town does not hide them. */
    List<Forum> meant() {
        var left = forums;
        if (!titled.isEmpty()) {
            left = left.stream().filter(forum -> titled.contains(forum.id())).toList();
        }
        if (!townsSaid.isEmpty()) {
            left = left.stream().filter(forum -> Towns.isIn(forum, townsSaid)).toList();
        }
        var onThatDay = left.stream().filter(day::fits).toList();
        if (!onThatDay.isEmpty() || titled.isEmpty() && townsSaid.isEmpty()) {
            left = onThatDay;
        }
        return says(Kind.NEXT) && !says(Kind.MEETINGS) ? left.stream().limit(1).toList() : left;
    }
}
