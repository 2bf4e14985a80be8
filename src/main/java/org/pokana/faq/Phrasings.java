package org.pokana.faq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.pokana.faq.TryOut.Trial;
import org.pokana.faq.Wording.Word;

/**
 * Everything there is to compare a question with in one language: each way to ask for an entry, all of them together,
 * and its answer.
 */
final class Phrasings {

    /** Stands for whatever no entry answers. */
    static final String ELSEWHERE = "";

    private static final int MOST_FOUND = 5000;

    /** As much as comparing with each phrasing; measured on {@code dev-questions.tsv}. */
    private static final double LEARNED = 0.5;

    private final Wording wording;
    private final List<Text> texts = new ArrayList<>();
    private final Map<String, Set<String>> entriesWith = new HashMap<>();
    private final Weights weights;
    private final double[] offered;
    private final IndexSearcher searcher;
    private final Learned learned;

    Phrasings(String language, List<FaqEntry> entries, Lexicon lexicon) {
        wording = new Wording(language, lexicon);
        entries.forEach(entry -> add(entry, language));
        lexicon.elsewhere()
                .getOrDefault(language, List.of())
                .forEach(line -> add(ELSEWHERE, Kind.PHRASING, wording.words(line)));
        weights = new Weights(entriesWith, entries.size());
        offered = texts.stream().mapToDouble(text -> weights.of(text.words())).toArray();
        searcher = index();
        learned = new Learned(texts.stream()
                .filter(text -> text.kind() == Kind.PHRASING)
                .collect(Collectors.groupingBy(
                        Text::entry, LinkedHashMap::new, Collectors.mapping(Text::words, Collectors.toList()))));
    }

    private enum Kind {
        PHRASING,
        TOGETHER,
        ANSWER
    }

    private record Text(String entry, Kind kind, List<Word> words) {}

    private void add(FaqEntry entry, String language) {
        var phrasings = phrasings(entry, language).toList();
        phrasings.forEach(phrasing -> add(entry.id(), Kind.PHRASING, wording.words(phrasing)));
        add(entry.id(), Kind.TOGETHER, together(phrasings));
        add(entry.id(), Kind.ANSWER, wording.words(entry.answer().words().getOrDefault(language, "")));
    }

    private static Stream<String> phrasings(FaqEntry entry, String language) {
        return Stream.concat(
                Stream.of(entry.question().words().getOrDefault(language, "")),
                entry.phrasings().getOrDefault(language, List.of()).stream());
    }

    /** Each on its own: read as one, the long ones would be cut off. */
    private List<Word> together(List<String> phrasings) {
        return phrasings.stream()
                .flatMap(phrasing -> wording.words(phrasing).stream())
                .distinct()
                .toList();
    }

    private void add(String entry, Kind kind, List<Word> words) {
        if (words.isEmpty()) {
            return; // it does not speak this language
        }
        texts.add(new Text(entry, kind, words));
        for (var word : words) {
            entriesWith.computeIfAbsent(word.stem(), any -> new HashSet<>()).add(entry);
            word.senses().forEach(sense -> entriesWith
                    .computeIfAbsent(sense, any -> new HashSet<>())
                    .add(entry));
        }
    }

    private IndexSearcher index() {
        var directory = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
            for (var text : texts) {
                writer.addDocument(document(text.words()));
            }
            writer.forceMerge(1); // one segment numbers its documents as our list does
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            var opened = new IndexSearcher(DirectoryReader.open(directory));
            opened.setQueryCache(null); // no two people ask the same
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document document(List<Word> words) {
        var document = new Document();
        document.add(field(Wanted.STEM, words.stream().map(Word::stem)));
        document.add(field(Wanted.SENSE, words.stream().flatMap(word -> word.senses().stream())));
        document.add(field(Wanted.GRAM, words.stream().flatMap(word -> word.grams().stream())));
        return document;
    }

    private static Field field(String name, Stream<String> terms) {
        return new TextField(name, String.join(" ", terms.toList()), Field.Store.NO);
    }

    /** How well each entry answers the question, from 0 to 1; entries with nothing in common are left out. */
    Map<String, Double> compare(String question) {
        var words = wording.question(question);
        var guess = learned.guess(words);
        var scores = new HashMap<String, Double>();
        evidence(words)
                .forEach((entry, found) ->
                        scores.put(entry, found.score() * (1 - LEARNED) + LEARNED * guess.getOrDefault(entry, 0.0)));
        return scores;
    }

    Trial explain(Match match, String question) {
        var words = wording.question(question);
        var id = match.entry().id();
        var found = evidence(words).get(id);
        var reasons = new Likeness(wording, weights)
                .reasons(
                        phrasings(match.entry(), match.language().getLanguage()).toList(), question);
        return new Trial(
                match, found == null ? 0 : found.score(), learned.guess(words).getOrDefault(id, 0.0), reasons);
    }

    private Map<String, Evidence> evidence(List<Word> words) {
        var evidence = new HashMap<String, Evidence>();
        double asked = weights.of(words);
        if (asked == 0 || texts.isEmpty()) {
            return evidence;
        }
        try {
            var found = searcher.search(Wanted.any(words, weights), Math.min(MOST_FOUND, texts.size()));
            for (var hit : found.scoreDocs) {
                var text = texts.get(hit.doc);
                var ofEntry = evidence.computeIfAbsent(text.entry(), any -> new Evidence());
                switch (text.kind()) {
                    case PHRASING -> ofEntry.phrasing(hit.score, asked, offered[hit.doc]);
                    case TOGETHER -> ofEntry.together(hit.score, asked);
                    case ANSWER -> ofEntry.answer(hit.score, asked);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return evidence;
    }
}
