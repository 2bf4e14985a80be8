package org.pokana.faq;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Which texts have a term; the texts are numbered in the order in which they are added. */
final class Postings {

    private static final int[] NONE = {};

    private final Map<String, Growing> growing = new HashMap<>();
    private Map<String, int[]> lists = Map.of();

    /** The list of one term while it grows. */
    static final class Growing {

        private int[] texts = new int[2];
        private int size;

        void add(int text) {
            if (size > 0 && texts[size - 1] == text) {
                return;
            }
            if (size == texts.length) {
                texts = Arrays.copyOf(texts, size + size / 2 + 1);
            }
            texts[size++] = text;
        }
    }

    Growing growing(String term) {
        return growing.computeIfAbsent(term, any -> new Growing());
    }

    /** Nothing is added after that. */
    void close() {
        lists = new HashMap<>(growing.size() * 2);
        growing.forEach((term, list) -> lists.put(term, Arrays.copyOf(list.texts, list.size)));
        growing.clear();
    }

    int[] of(String term) {
        return lists.getOrDefault(term, NONE);
    }

    Iterable<String> terms() {
        return lists.keySet();
    }
}
