package org.pokana.forum;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.pokana.conversation.Spelling;

/** A word as people may write it: in any spelling, with any ending if it is open, and with a slip if it is long. */
record Term(String stem, boolean open) {

    private static final int LONG = 5;
    private static final int VERY_LONG = 8;

    /** {@code кога}, or {@code форум*} for any ending. */
    static Term of(String written) {
        return new Term(Spelling.fold(written), written.endsWith("*"));
    }

    /** A name may stand in any form: Хасково, хасковският. */
    static Term name(String name) {
        var folded = Spelling.fold(name).replace(" ", "");
        return new Term(folded.length() > LONG ? folded.replaceFirst("[aeiou]$", "") : folded, true);
    }

    /** How many letters are wrong in the folded word; empty if it is another word. */
    OptionalInt slips(String word) {
        if (open ? word.startsWith(stem) : word.equals(stem)) {
            return OptionalInt.of(0);
        }
        int most = stem.length() < LONG ? 0 : stem.length() < VERY_LONG ? 1 : 2;
        if (most == 0 || word.charAt(0) != stem.charAt(0)) {
            return OptionalInt.empty();
        }
        int least = open ? withoutEnding(word) : distance(word, stem);
        return least <= most ? OptionalInt.of(least) : OptionalInt.empty();
    }

    private int withoutEnding(String word) {
        return IntStream.rangeClosed(stem.length() - 1, stem.length() + 1)
                .map(length -> distance(word.substring(0, Math.min(length, word.length())), stem))
                .min()
                .orElseThrow();
    }

    /** Letters to put in, leave out, change or swap with their neighbour. */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        int[] last = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int[] now = Arrays.copyOf(last, last.length);
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(changed, 1 + Math.min(last[j], now[j - 1]));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = now;
        }
        return last[other.length()];
    }
}
