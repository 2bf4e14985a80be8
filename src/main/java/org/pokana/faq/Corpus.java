package org.pokana.faq;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pokana.faq.Postings.Growing;
import org.pokana.faq.Wording.Word;

/**
 * Everything there is to compare a question with in one language, by number: its answer and each way to ask for an
 * entry. Kept in plain arrays, because thousands of them are gone through for each question.
 */
final class Corpus {

    final Postings stems = new Postings();
    final Postings senses = new Postings();
    final Postings grams = new Postings();
    final Neighbours neighbours = new Neighbours();

    private final List<String> entries = new ArrayList<>();
    private final List<List<List<Word>>> phrasings = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Integer> entryOf = new ArrayList<>();
    private final List<Boolean> answer = new ArrayList<>();
    private final Map<String, Spread> spread = new HashMap<>();
    private final Map<Word, Places> placesOf = new IdentityHashMap<>();
    private final Weights weights;
    private final int[] entryOfText;
    private final boolean[] isAnswer;
    private final double[] offered;

    /** In how many entries a term stands; one that stands in the entry counted last is not counted again. */
    private static final class Spread {

        private int entries;
        private int last = -1;

        void count(int entry) {
            if (last != entry) {
                last = entry;
                entries++;
            }
        }
    }

    /**
     * What is compared with.
     *
     * @param phrasings by entry, in order
     * @param answers by entry
     */
    Corpus(Map<String, List<List<Word>>> phrasings, Map<String, List<Word>> answers, int entriesInAll) {
        phrasings.forEach((entry, ways) -> {
            add(entry, answers.getOrDefault(entry, List.of()), true);
            ways.forEach(words -> add(entry, words, false));
        });
        stems.close();
        senses.close();
        grams.close();
        stems.terms().forEach(neighbours::add);
        var counts = new HashMap<String, Integer>();
        spread.forEach((term, of) -> counts.put(term, of.entries));
        weights = new Weights(counts, entriesInAll);
        spread.clear();
        placesOf.clear();
        entryOfText = entryOf.stream().mapToInt(Integer::intValue).toArray();
        isAnswer = new boolean[answer.size()];
        offered = new double[answer.size()];
        weigh();
        entryOf.clear();
        answer.clear();
    }

    private void weigh() {
        int text = 0;
        for (int entry = 0; entry < entries.size(); entry++) {
            if (text < isAnswer.length && answer.get(text)) {
                isAnswer[text++] = true;
            }
            for (var words : phrasings.get(entry)) {
                offered[text++] = weights.of(words);
            }
        }
    }

    private void add(String entry, List<Word> words, boolean asAnswer) {
        if (words.isEmpty()) {
            return; // it does not speak this language
        }
        int number = numbers.computeIfAbsent(entry, any -> {
            entries.add(entry);
            phrasings.add(new ArrayList<>());
            return entries.size() - 1;
        });
        int text = entryOf.size();
        entryOf.add(number);
        answer.add(asAnswer);
        if (!asAnswer) {
            phrasings.get(number).add(words);
        }
        for (var word : words) {
            var places = places(word);
            places.lists().forEach(list -> list.add(text));
            places.spreads().forEach(spread -> spread.count(number));
        }
    }

    /** Looked up once for each word, not each time it stands somewhere. */
    private Places places(Word word) {
        return placesOf.computeIfAbsent(word, any -> {
            var lists = new ArrayList<Growing>();
            lists.add(stems.growing(word.stem()));
            word.senses().forEach(sense -> lists.add(senses.growing(sense)));
            word.grams().forEach(gram -> lists.add(grams.growing(gram)));
            var spreads = Stream.concat(Stream.of(word.stem()), word.senses().stream())
                    .map(term -> spread.computeIfAbsent(term, of -> new Spread()))
                    .toList();
            return new Places(lists, spreads);
        });
    }

    private record Places(List<Growing> lists, List<Spread> spreads) {}

    Weights weights() {
        return weights;
    }

    int texts() {
        return entryOfText.length;
    }

    int entries() {
        return entries.size();
    }

    String entry(int number) {
        return entries.get(number);
    }

    int entryOf(int text) {
        return entryOfText[text];
    }

    boolean isAnswer(int text) {
        return isAnswer[text];
    }

    double offered(int text) {
        return offered[text];
    }

    /** Every way to ask for an entry. */
    List<List<Word>> phrasings(int entry) {
        return phrasings.get(entry);
    }
}
