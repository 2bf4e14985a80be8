package org.pokana.faq;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pokana.faq.TryOut.Trial;
import org.pokana.faq.Wording.Word;

/** What all entries are asked by in one language, and how a question fares in comparison. */
final class Phrasings {

    /** Stands for whatever no entry answers. */
    static final String ELSEWHERE = "";

    /** As much as comparing with each phrasing; measured on {@code dev-questions.tsv}. */
    private static final double LEARNED = 0.5;

    /** Nobody asks for more than the first of them. */
    private static final int SHORTLIST = 64;

    /** Learning costs as much as there are entries times examples; beyond that, only what is likely is told apart. */
    private static final long LEARNT_AT_ONCE = 4_000_000;

    private static final int LEARNT_WHEN_ASKED = 24;

    /** The last of each language: most changes of an entry, such as of its source, change nothing that is compared. */
    private static final Map<String, Phrasings> LATEST = new ConcurrentHashMap<>();

    private final Compared made;
    private final Wording wording;
    private final Corpus corpus;
    private final @Nullable Learned learned;

    /** What an entry is asked by and answers. */
    private record Asked(String entry, List<String> phrasings, String answer) {}

    /** All that what is made depends on. */
    private record Compared(String language, List<Asked> entries, Lexicon lexicon) {}

    static Phrasings of(String language, List<FaqEntry> entries, Lexicon lexicon) {
        var asked = entries.stream()
                .map(entry -> new Asked(
                        entry.id(),
                        phrasings(entry, language).toList(),
                        entry.answer().words().getOrDefault(language, "")))
                .toList();
        var compared = new Compared(language, asked, lexicon);
        var latest = LATEST.get(language);
        if (latest != null && latest.made.equals(compared)) {
            return latest;
        }
        var made = new Phrasings(compared);
        LATEST.put(language, made);
        return made;
    }

    private Phrasings(Compared compared) {
        made = compared;
        wording = new Wording(compared.language(), compared.lexicon());
        var phrasings = new LinkedHashMap<String, List<List<Word>>>();
        var answers = new HashMap<String, List<Word>>();
        for (var entry : compared.entries()) {
            phrasings.put(entry.entry(), words(entry.phrasings().stream()));
            answers.put(entry.entry(), wording.words(entry.answer()));
        }
        var elsewhere = compared.lexicon().elsewhere().getOrDefault(compared.language(), List.of());
        phrasings.put(ELSEWHERE, words(elsewhere.stream()));
        wording.close();
        corpus = new Corpus(phrasings, answers, compared.entries().size());
        boolean atOnce = (long) corpus.entries() * corpus.texts() <= LEARNT_AT_ONCE;
        learned = atOnce ? learned(IntStream.range(0, corpus.entries())) : null;
    }

    private List<List<Word>> words(Stream<String> texts) {
        return texts.map(wording::words).filter(words -> !words.isEmpty()).toList();
    }

    private static Stream<String> phrasings(FaqEntry entry, String language) {
        return Stream.concat(
                Stream.of(entry.question().words().getOrDefault(language, "")),
                entry.phrasings().getOrDefault(language, List.of()).stream());
    }

    private Learned learned(IntStream entries) {
        var examples = new LinkedHashMap<String, List<List<Word>>>();
        entries.filter(entry -> !corpus.phrasings(entry).isEmpty())
                .forEach(entry -> examples.put(corpus.entry(entry), corpus.phrasings(entry)));
        return new Learned(examples);
    }

    /** An entry by its number, and how well it fares. */
    private record Rated(int entry, double score) {}

    /** How well the likeliest entries answer the question, from 0 to 1. */
    Map<String, Double> compare(String question) {
        var words = wording.question(question);
        var likeliest = compared(words).stream().limit(SHORTLIST).toList();
        var guess = guess(words, likeliest);
        var scores = new HashMap<String, Double>();
        likeliest.forEach(rated -> {
            var entry = corpus.entry(rated.entry());
            scores.put(entry, rated.score() * (1 - LEARNED) + LEARNED * guess.getOrDefault(entry, 0.0));
        });
        return scores;
    }

    private Map<String, Double> guess(List<Word> words, List<Rated> likeliest) {
        var asked = learned != null
                ? learned
                : learned(likeliest.stream().limit(LEARNT_WHEN_ASKED).mapToInt(Rated::entry));
        return asked.guess(words);
    }

    private List<Rated> compared(List<Word> words) {
        var evidence = new Comparison(corpus, words).evidence();
        var rated = new ArrayList<Rated>();
        for (int entry = 0; entry < evidence.length; entry++) {
            var found = evidence[entry];
            if (found != null) {
                rated.add(new Rated(entry, found.score()));
            }
        }
        rated.sort(Comparator.comparingDouble(Rated::score).reversed());
        return rated;
    }

    /** The part of a text's letters that belong to words of some phrasing: short words are known by chance. */
    double known(String text) {
        var words = wording.question(text);
        int letters = letters(words.stream());
        return letters == 0 ? 0 : (double) letters(words.stream().filter(corpus.weights()::knows)) / letters;
    }

    private static int letters(Stream<Word> words) {
        return words.mapToInt(word -> word.written().length()).sum();
    }

    Trial explain(Match match, String question) {
        var words = wording.question(question);
        var id = match.entry().id();
        var likeliest = compared(words);
        double compared = likeliest.stream()
                .filter(rated -> corpus.entry(rated.entry()).equals(id))
                .mapToDouble(Rated::score)
                .findFirst()
                .orElse(0);
        var phrasings = phrasings(match.entry(), match.language().getLanguage());
        var reasons = new Likeness(wording, corpus.weights()).reasons(phrasings.toList(), question);
        return new Trial(match, compared, guess(words, likeliest).getOrDefault(id, 0.0), reasons);
    }
}
