package org.pokana.faq;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pokana.faq.Wording.Word;

/**
 * One question compared with all texts. Each word counts by the best way in which it is found, at most its own weight;
 * so the whole is the part of the question that was met, and can be compared between questions.
 */
final class Comparison {

    private static final float BY_SENSE = 0.7f;
    private static final float BY_TYPO = 0.7f;
    private static final float BY_PARTS = 0.6f;

    /** Finding them is the slow part; a text with more than that is not a question with typos. */
    private static final int MOST_TYPOS = 6;

    private static final int SHORTEST_WITH_PARTS = 4;
    private static final int MOST_PARTS = 32;
    private static final int SHORTEST_WITH_TYPO = 5;
    private static final int SHORTEST_WITH_TWO_TYPOS = 8;

    /** No word is longer. */
    private static final int LONGEST_WITH_TYPO = 30;

    private final Corpus corpus;
    private final List<Word> words;
    private final float[] met;
    private final float[] together;

    /** Of one word; empty between words. */
    private final float[] whole;

    private final float[] parts;
    private final float[] wholeInEntry;
    private final float[] partsInEntry;
    private final int[] touched;
    private int touches;

    Comparison(Corpus corpus, List<Word> words) {
        this.corpus = corpus;
        this.words = words;
        met = new float[corpus.texts()];
        whole = new float[corpus.texts()];
        parts = new float[corpus.texts()];
        touched = new int[corpus.texts()];
        together = new float[corpus.entries()];
        wholeInEntry = new float[corpus.entries()];
        partsInEntry = new float[corpus.entries()];
    }

    /** By the number of the entry; null where nothing is in common. */
    @Nullable
    Evidence[] evidence() {
        double asked = corpus.weights().of(words);
        var evidence = new Evidence[corpus.entries()];
        compare();
        for (int text = 0; text < met.length; text++) {
            if (met[text] > 0) {
                int entry = corpus.entryOf(text);
                if (evidence[entry] == null) {
                    evidence[entry] = new Evidence();
                    if (!corpus.entry(entry).equals(Phrasings.ELSEWHERE)) { // its phrasings have nothing in common
                        evidence[entry].together(together[entry], asked);
                    }
                }
                if (corpus.isAnswer(text)) {
                    evidence[entry].answer(met[text], asked);
                } else {
                    evidence[entry].phrasing(met[text], asked, corpus.offered(text));
                }
            }
        }
        return evidence;
    }

    private void compare() {
        int typos = 0;
        for (var word : words) {
            float weight = (float) corpus.weights().of(word);
            whole(corpus.stems.of(word.stem()), weight);
            word.senses().forEach(sense -> whole(corpus.senses.of(sense), BY_SENSE * weight));
            int length = word.stem().length();
            if (length >= SHORTEST_WITH_PARTS) {
                parts(word, BY_PARTS * weight / word.grams().size());
            }
            boolean maybeTypo = !corpus.weights().knows(word) && typos++ < MOST_TYPOS;
            if (maybeTypo && length >= SHORTEST_WITH_TYPO && length <= LONGEST_WITH_TYPO) {
                int slips = length >= SHORTEST_WITH_TWO_TYPOS ? 2 : 1;
                for (var meant : corpus.neighbours.of(word.stem(), slips)) {
                    whole(corpus.stems.of(meant), BY_TYPO * weight);
                }
            }
            settle();
        }
    }

    private void whole(int[] texts, float worth) {
        for (int text : texts) {
            touch(text);
            whole[text] = Math.max(whole[text], worth);
            if (!corpus.isAnswer(text)) {
                int entry = corpus.entryOf(text);
                wholeInEntry[entry] = Math.max(wholeInEntry[entry], worth);
            }
        }
    }

    private void parts(Word word, float each) {
        word.grams().stream().distinct().limit(MOST_PARTS).forEach(gram -> {
            int last = -1;
            for (int text : corpus.grams.of(gram)) {
                touch(text);
                parts[text] += each;
                int entry = corpus.entryOf(text);
                if (entry != last && !corpus.isAnswer(text)) {
                    partsInEntry[entry] += each;
                    last = entry;
                }
            }
        });
    }

    private void touch(int text) {
        if (whole[text] == 0 && parts[text] == 0) {
            touched[touches++] = text;
        }
    }

    /** Ends a word. */
    private void settle() {
        for (int i = 0; i < touches; i++) {
            int text = touched[i];
            met[text] += Math.max(whole[text], parts[text]);
            whole[text] = 0;
            parts[text] = 0;
            int entry = corpus.entryOf(text);
            together[entry] += Math.max(wholeInEntry[entry], partsInEntry[entry]);
            wholeInEntry[entry] = 0;
            partsInEntry[entry] = 0;
        }
        touches = 0;
    }
}
