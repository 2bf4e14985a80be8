package org.pokana.faq;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds the words in what was typed without spaces, if it is made of nothing but words that are in use here. */
final class RunTogether {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 64;
    private static final int LONGEST_PIECE = 20;

    /** A piece of one or two letters is chance unless it stands everywhere. */
    private static final int TINY = 2;

    private static final int OFTEN = 25;

    /** Letters of a piece: questions run together have short words among long ones, a word cut up has only short ones. */
    private static final double MEAN = 3.2;

    private static final int A_QUESTION = 5;
    private static final double SHORTER_MEAN = 2.9;

    /** Fewer, longer words are likelier. */
    private static final double EACH = 3;

    private final Map<String, Use> uses = new HashMap<>();
    private int all;

    /** A word as it was first written, and how often it stands anywhere. */
    private record Use(String written, int count) {

        private Use again() {
            return new Use(written, count + 1);
        }
    }

    /** @param spelling the same for all ways to write it */
    void note(String spelling, String written) {
        uses.compute(spelling, (any, use) -> use == null ? new Use(written, 1) : use.again());
        all++;
    }

    /** The words it is made of; empty when there are none, or when it is one word. */
    List<String> apart(String typed) {
        int length = typed.length();
        if (length < SHORTEST || length > LONGEST || uses.containsKey(typed)) {
            return List.of();
        }
        var cost = new double[length + 1];
        var from = new int[length + 1];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        cost[0] = 0;
        for (int end = 1; end <= length; end++) {
            for (int start = Math.max(0, end - LONGEST_PIECE); start < end; start++) {
                double with = cost[start] + cost(typed.substring(start, end));
                if (with < cost[end]) {
                    cost[end] = with;
                    from[end] = start;
                }
            }
        }
        var pieces = cost[length] == Double.POSITIVE_INFINITY ? List.<String>of() : pieces(typed, from);
        return areWords(pieces) ? pieces.stream().map(this::written).toList() : List.of();
    }

    private String written(String piece) {
        return Objects.requireNonNull(uses.get(piece)).written();
    }

    /** Rather than one word with its beginning or end. */
    private static boolean areWords(List<String> pieces) {
        if (pieces.size() < 2) {
            return false;
        }
        int first = pieces.get(0).length();
        int last = pieces.get(pieces.size() - 1).length();
        int letters = pieces.stream().mapToInt(String::length).sum();
        return pieces.size() == 2
                ? first >= 3 && last >= 4
                : pieces.size() < A_QUESTION
                        ? letters >= MEAN * pieces.size() && last >= 3
                        : letters >= SHORTER_MEAN * pieces.size();
    }

    private double cost(String piece) {
        var use = uses.get(piece);
        if (use == null || (piece.length() <= TINY && use.count() < OFTEN)) {
            return Double.POSITIVE_INFINITY;
        }
        return EACH + Math.log((double) all / use.count());
    }

    private static List<String> pieces(String typed, int[] from) {
        var pieces = new ArrayDeque<String>();
        for (int end = typed.length(); end > 0; end = from[end]) {
            pieces.addFirst(typed.substring(from[end], end));
        }
        return List.copyOf(pieces);
    }
}
