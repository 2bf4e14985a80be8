package org.pokana.faq;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the words that differ by a slip or two of the fingers; hardly anybody slips at the first letter. */
final class Neighbours {

    /** By first letter and length. */
    private final Map<Integer, List<String>> byShape = new HashMap<>();

    void add(String word) {
        if (word.isEmpty()) {
            return;
        }
        byShape.computeIfAbsent(shape(word.charAt(0), word.length()), any -> new ArrayList<>())
                .add(word);
    }

    private static int shape(char first, int length) {
        return first << 8 | Math.min(length, 255);
    }

    List<String> of(String word, int slips) {
        var near = new ArrayList<String>();
        for (int length = Math.max(1, word.length() - slips); length <= word.length() + slips; length++) {
            for (var other : byShape.getOrDefault(shape(word.charAt(0), length), List.of())) {
                if (isNear(word, other, slips)) {
                    near.add(other);
                }
            }
        }
        return near;
    }

    /** A letter more, less, another one, or two that changed places. */
    static boolean isNear(String one, String other, int slips) {
        int width = other.length() + 1;
        var older = new int[width];
        var old = new int[width];
        var now = new int[width];
        for (int j = 0; j < width; j++) {
            old[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int least = now[0] = i;
            for (int j = 1; j < width; j++) {
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                now[j] = Math.min(Math.min(now[j - 1], old[j]) + 1, old[j - 1] + (same ? 0 : 1));
                if (isSwap(one, i, other, j)) {
                    now[j] = Math.min(now[j], older[j - 2] + 1);
                }
                least = Math.min(least, now[j]);
            }
            if (least > slips) {
                return false;
            }
            var free = older;
            older = old;
            old = now;
            now = free;
        }
        return old[width - 1] <= slips;
    }

    private static boolean isSwap(String one, int i, String other, int j) {
        return i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }
}
