package org.pokana.archive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The part of a text in which words were found, and where in it they are. */
public record Excerpt(List<Part> parts) {

    private static final int BEFORE = 60;
    private static final int LONGEST = 240;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}\\p{Cf}'’]*");

    /** @param found whether it is one of the words that were looked for */
    public record Part(String text, boolean found) {}

    static Excerpt of(String text, Collection<Set<String>> asked) {
        var line = text.strip().replaceAll("\\s+", " ");
        var places = WORD.matcher(line)
                .results()
                .filter(word -> isAsked(word.group(), asked))
                .toList();
        int from = places.isEmpty() ? 0 : wordAt(line, places.get(0).start() - BEFORE);
        return new Excerpt(parts(line, from, Math.min(line.length(), from + LONGEST), places));
    }

    private static boolean isAsked(String word, Collection<Set<String>> asked) {
        var terms = Terms.of(word);
        return asked.stream().flatMap(Set::stream).anyMatch(terms::contains);
    }

    /** The beginning of a word, so that none is cut in two. */
    private static int wordAt(String line, int about) {
        return about <= 0 ? 0 : line.indexOf(' ', about) + 1;
    }

    private static List<Part> parts(String line, int from, int until, List<MatchResult> places) {
        var parts = new ArrayList<Part>();
        int at = from;
        for (MatchResult place : places) {
            if (place.end() <= until) {
                parts.add(new Part((at == from && from > 0 ? "…" : "") + line.substring(at, place.start()), false));
                parts.add(new Part(place.group(), true));
                at = place.end();
            }
        }
        int end = until < line.length() && Character.isLowSurrogate(line.charAt(until)) ? until - 1 : until;
        parts.add(new Part(line.substring(at, Math.max(at, end)) + (end < line.length() ? "…" : ""), false));
        return List.copyOf(parts);
    }
}
