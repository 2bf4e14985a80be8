package org.pokana.archive;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.pokana.messaging.Chats.Side;

/**
 * What is looked for in the index.
 *
 * @param words of each set, one must have been said
 * @param where at these addresses only; null for all
 * @param side by one side only; null for both
 * @param before only what has a lower rank, which is what was said earlier
 */
record Wish(
        List<Set<String>> words,
        @Nullable Collection<String> where,
        @Nullable Side side,
        long before) {

    static Wish all(long before) {
        return new Wish(List.of(), null, null, before);
    }

    Wish before(long rank) {
        return new Wish(words, where, side, rank);
    }

    Query query() {
        var all = new BooleanQuery.Builder();
        all.add(LongPoint.newRangeQuery(Index.RANK, Long.MIN_VALUE, before - 1), Occur.FILTER);
        words.forEach(word -> all.add(anyOf(Index.WORD, word), Occur.FILTER));
        if (where != null) {
            all.add(anyOf(Index.WHERE, where), Occur.FILTER);
        }
        if (side != null) {
            all.add(new TermQuery(new Term(Index.SIDE, side.name())), Occur.FILTER);
        }
        return all.build();
    }

    private static Query anyOf(String field, Collection<String> values) {
        return values.size() == 1
                ? new TermQuery(new Term(field, values.iterator().next()))
                : new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }
}
