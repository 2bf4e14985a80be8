package org.pokana.faq;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pokana.conversation.Spelling;
import org.pokana.conversation.Stems;

/**
 * Turns a text of one language into words that can be compared. Lucene's own chain for Bulgarian would do most of it,
 * but it drops кога, къде and как, and knows only one way to spell.
 */
final class Wording {

    /** No question is that long; a page of text shall not take longer than a question. */
    private static final int MOST_WORDS = 64;

    private static final int GRAM = 4;

    private final boolean bulgarian;
    private final Set<String> quiet;
    private final Map<String, Set<String>> senses = new HashMap<>();

    /** The words of the examples, which are few but stand there many times; not those of people's questions. */
    private final Map<String, Word> known = new HashMap<>();

    private final RunTogether runTogether = new RunTogether();
    private final Map<String, String> spellings = new HashMap<>();

    Wording(String language, Lexicon lexicon) {
        bulgarian = language.equals("bg");
        quiet = lexicon.quiet().getOrDefault(language, Set.of());
        var groups = lexicon.alike().getOrDefault(language, List.of());
        for (int i = 0; i < groups.size(); i++) {
            for (var word : groups.get(i)) {
                senses.computeIfAbsent(stem(Spelling.plain(word)), any -> new HashSet<>())
                        .add("sense" + i);
            }
        }
    }

    /**
     * @param written as it stood there
     * @param stem without its ending, in one spelling
     * @param senses the groups of the lexicon it belongs to
     * @param quiet whether it says little
     * @param grams its runs of four letters, for typos and endings the stemmer does not know
     */
    record Word(String written, String stem, Set<String> senses, boolean quiet, List<String> grams) {}

    /** Every word once, in order; it is known from now on. */
    List<Word> words(String text) {
        return words(written(text).map(this::learnt));
    }

    private Word learnt(String written) {
        var word = known.computeIfAbsent(written, this::word);
        runTogether.note(spellings.computeIfAbsent(written, this::spelling), written);
        return word;
    }

    /** Nothing more is learnt. */
    void close() {
        spellings.clear();
    }

    private static Stream<String> written(String text) {
        return Arrays.stream(Spelling.plain(text).split(" ")).filter(written -> !written.isEmpty());
    }

    private static List<Word> words(Stream<Word> read) {
        var byStem = new LinkedHashMap<String, Word>();
        read.forEach(word -> byStem.putIfAbsent(word.stem(), word));
        return List.copyOf(byStem.values());
    }

    List<Word> question(String text) {
        var words = words(written(text).limit(MOST_WORDS).flatMap(this::apart).map(this::word));
        return words.subList(0, Math.min(MOST_WORDS, words.size()));
    }

    private Stream<String> apart(String written) {
        if (known.containsKey(written)) {
            return Stream.of(written);
        }
        var pieces = runTogether.apart(spelling(written));
        return pieces.isEmpty() ? Stream.of(written) : pieces.stream();
    }

    private String spelling(String written) {
        return bulgarian ? Spelling.fold(written) : written;
    }

    private Word word(String written) {
        var stem = stem(written);
        return new Word(
                written,
                stem,
                senses.getOrDefault(stem, Set.of()),
                quiet.contains(Spelling.fold(written)),
                grams("_" + (bulgarian ? Spelling.fold(written) : written)));
    }

    private String stem(String word) {
        return bulgarian ? Stems.bulgarian(word) : Stems.english(word);
    }

    private static List<String> grams(String word) {
        if (word.length() <= GRAM) {
            return List.of(word);
        }
        return IntStream.rangeClosed(0, word.length() - GRAM)
                .mapToObj(at -> word.substring(at, at + GRAM))
                .toList();
    }
}
