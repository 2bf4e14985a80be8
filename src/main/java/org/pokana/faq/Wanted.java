package org.pokana.faq;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.pokana.faq.Wording.Word;

/**
 * A question as a query. Each word scores by the best way in which it is found, at most its own weight; so the whole
 * score is the part of the question that was met, and can be compared between questions.
 */
final class Wanted {

    static final String STEM = "stem";
    static final String SENSE = "sense";
    static final String GRAM = "gram";

    private static final double BY_SENSE = 0.7;
    private static final double BY_TYPO = 0.7;
    private static final double BY_PARTS = 0.6;

    /** Finding them is the slow part; a text with more than that is not a question with typos. */
    private static final int MOST_TYPOS = 6;

    private static final int SHORTEST_WITH_PARTS = 4;
    private static final int SHORTEST_WITH_TYPO = 5;
    private static final int SHORTEST_WITH_TWO_TYPOS = 8;

    /** No word is longer; looking for what is nearly the same would take seconds. */
    private static final int LONGEST_WITH_TYPO = 30;

    private Wanted() {}

    static Query any(Collection<Word> words, Weights weights) {
        var all = new BooleanQuery.Builder();
        int typos = 0;
        for (var word : words) {
            boolean maybeTypo = !weights.knows(word) && typos++ < MOST_TYPOS;
            all.add(word(word, weights.of(word), maybeTypo), Occur.SHOULD);
        }
        return all.build();
    }

    private static Query word(Word word, double weight, boolean maybeTypo) {
        var ways = new ArrayList<Query>();
        ways.add(worth(weight, new TermQuery(new Term(STEM, word.stem()))));
        word.senses().forEach(sense -> ways.add(worth(BY_SENSE * weight, new TermQuery(new Term(SENSE, sense)))));
        int length = word.stem().length();
        if (length >= SHORTEST_WITH_PARTS) {
            ways.add(parts(word.grams(), BY_PARTS * weight));
        }
        if (maybeTypo && length >= SHORTEST_WITH_TYPO && length <= LONGEST_WITH_TYPO) {
            int edits = length >= SHORTEST_WITH_TWO_TYPOS ? 2 : 1;
            ways.add(worth(BY_TYPO * weight, new FuzzyQuery(new Term(STEM, word.stem()), edits, 1)));
        }
        return new DisjunctionMaxQuery(ways, 0);
    }

    private static Query parts(List<String> grams, double weight) {
        var parts = new BooleanQuery.Builder();
        grams.stream()
                .distinct()
                .limit(32)
                .forEach(gram ->
                        parts.add(worth(weight / grams.size(), new TermQuery(new Term(GRAM, gram))), Occur.SHOULD));
        return parts.build();
    }

    private static Query worth(double weight, Query found) {
        return new BoostQuery(new ConstantScoreQuery(found), (float) weight);
    }
}
