package org.pokana.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.pokana.messaging.Chats.Side;
import org.pokana.messaging.Spoken;

/** Which words were said where and when: ids and words in files, no texts. The latest are found first, without looking at all. */
final class Index implements AutoCloseable {

    /** Another number whenever something in the files or the words becomes different: then all is read anew. */
    private static final String VERSION = "1";

    static final String ID = "id";
    static final String RANK = "rank";
    static final String WORD = "word";
    static final String WHERE = "where";
    static final String SIDE = "side";

    private static final Sort LATEST_FIRST = new Sort(new SortField(RANK, SortField.Type.LONG, true));

    private static final int BUFFER_MEGABYTES = 8;

    private final FSDirectory folder;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private Index(FSDirectory folder, IndexWriter writer) throws IOException {
        this.folder = folder;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, new Frugal());
    }

    /** Remembers no questions: what is asked is hardly asked twice, and memory is dear. */
    private static final class Frugal extends SearcherFactory {

        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader before) {
            var searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            return searcher;
        }
    }

    /** @throws IOException when the files are damaged, of another version, or somebody else's */
    static Index open(Path path) throws IOException {
        var merging = new TieredMergePolicy().setForceMergeDeletesPctAllowed(0);
        var settings = new IndexWriterConfig(new KeywordAnalyzer())
                .setIndexSort(LATEST_FIRST)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setMergePolicy(merging)
                .setMergeScheduler(new SerialMergeScheduler())
                .setCommitOnClose(false);
        var folder = FSDirectory.open(path);
        try {
            return new Index(folder, new IndexWriter(folder, settings));
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** What was noted with the last {@link #commit}; empty if that is of another version. */
    Map<String, String> notes() {
        var notes = new HashMap<String, String>();
        var kept = writer.getLiveCommitData();
        if (kept != null) {
            kept.forEach(note -> notes.put(note.getKey(), note.getValue()));
        }
        return VERSION.equals(notes.remove("version")) ? notes : Map.of();
    }

    void clear() {
        does(writer::deleteAll);
    }

    void put(Spoken said) {
        var entry = new Document();
        var id = id(said.side(), said.id());
        entry.add(new StringField(ID, id, Field.Store.NO));
        entry.add(new StoredField(ID, id));
        entry.add(new NumericDocValuesField(RANK, rank(said)));
        entry.add(new LongPoint(RANK, rank(said)));
        entry.add(new StringField(WHERE, said.where().toString(), Field.Store.NO));
        entry.add(new StringField(SIDE, said.side().name(), Field.Store.NO));
        Terms.of(said.text()).forEach(term -> entry.add(new StringField(WORD, term, Field.Store.NO)));
        does(() -> writer.updateDocument(new Term(ID, id), entry));
    }

    private static String id(Side side, String id) {
        return side.name().charAt(0) + id;
    }

    /** Later is more; of what was said in one moment, hardly ever two have the same. */
    private static long rank(Spoken said) {
        return rank(said.at()) + Math.floorMod(said.id().hashCode(), 1000);
    }

    private static long rank(Instant at) {
        return at.toEpochMilli() * 1000;
    }

    record Hit(Side side, String id, long rank) {}

    /** The latest first. */
    List<Hit> find(Wish wish, int most) {
        return looks(searcher -> {
            var top = searcher.search(wish.query(), new TopFieldCollectorManager(LATEST_FIRST, most, null, most));
            var hits = new ArrayList<Hit>();
            for (var found : top.scoreDocs) {
                var id = searcher.storedFields().document(found.doc).get(ID);
                long rank = (long) ((org.apache.lucene.search.FieldDoc) found).fields[0];
                hits.add(hit(id, rank));
            }
            return hits;
        });
    }

    private static Hit hit(String id, long rank) {
        var side = id.charAt(0) == Side.THEIRS.name().charAt(0) ? Side.THEIRS : Side.OURS;
        return new Hit(side, id.substring(1), rank);
    }

    /** Whether it is known as said at that moment. */
    boolean knows(Side side, String id, Instant at) {
        var exactly = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(ID, id(side, id))), Occur.FILTER)
                .add(LongPoint.newRangeQuery(RANK, rank(at), rank(at) + 999), Occur.FILTER)
                .build();
        return looks(searcher -> searcher.count(exactly)) > 0;
    }

    /** Everything, a piece at a time, the latest first. */
    List<Hit> all(long before, int most) {
        return find(Wish.all(before), most);
    }

    void remove(Side side, Collection<String> ids) {
        var terms = ids.stream().map(id -> new Term(ID, id(side, id))).toArray(Term[]::new);
        does(() -> writer.deleteDocuments(terms));
    }

    /** All that was said at an address. */
    void remove(String where) {
        does(() -> writer.deleteDocuments(new Term(WHERE, where)));
    }

    void removeBefore(Instant moment) {
        does(() -> writer.deleteDocuments(LongPoint.newRangeQuery(RANK, Long.MIN_VALUE, rank(moment) - 1)));
    }

    /** Keeps no byte of what was removed. */
    void expunge() {
        does(() -> {
            writer.forceMergeDeletes();
            return writer.commit();
        });
        refresh();
        does(() -> {
            writer.deleteUnusedFiles();
            return 0L;
        });
    }

    void refresh() {
        does(() -> {
            searchers.maybeRefreshBlocking();
            return 0L;
        });
    }

    /** Keeps what was put, and these notes with it. */
    void commit(Map<String, String> notes) {
        var all = new HashMap<>(notes);
        all.put("version", VERSION);
        does(() -> {
            writer.setLiveCommitData(all.entrySet());
            return writer.commit();
        });
    }

    int size() {
        return looks(searcher -> searcher.getIndexReader().numDocs());
    }

    @Override
    public void close() {
        does(() -> {
            searchers.close();
            writer.close();
            folder.close();
            return 0L;
        });
    }

    private interface Look<T> {
        T at(IndexSearcher searcher) throws IOException;
    }

    private <T> T looks(Look<T> look) {
        try {
            var searcher = searchers.acquire();
            try {
                return look.at(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Deed {
        long run() throws IOException;
    }

    private static void does(Deed deed) {
        try {
            deed.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
