package org.pokana.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/** An index that finds documents and admits equal keys; kept in memory, in the order of its keys, and rebuilt at start. */
final class SecondaryIndex extends Index<Object> implements Lookup {

    private final NavigableSet<Entry> entries = new ConcurrentSkipListSet<>(Entry.ORDER);
    private volatile boolean oneEntryEach = true;

    SecondaryIndex(String name, List<IndexKey> keys) {
        // "Sparse" tells the library that remove() may return no position.
        super(name, keys, true);
    }

    @Override
    public List<String> fields() {
        return keys();
    }

    /** Whether each document has exactly one entry, so that the order of entries is an order of documents. */
    boolean hasOneEntryEach() {
        return oneEntryEach;
    }

    @Override
    public Iterator<Object> positions(List<Object> first, @Nullable Object from, @Nullable Object to) {
        return entries(first, from, to).stream().map(Entry::place).iterator();
    }

    /** The entries whose first values are these, then within the bounds, in the order of the index. */
    NavigableSet<Entry> entries(List<Object> first, @Nullable Object from, @Nullable Object to) {
        boolean bounded = oneEntryEach;
        Entry low = new Entry(and(first, bounded ? from : null), null, -1);
        Entry high = new Entry(and(first, bounded ? to : null), null, 1);
        return Entry.ORDER.compare(low, high) < 0
                ? entries.subSet(low, true, high, true)
                : entries.subSet(high, true, high, false);
    }

    private static List<Object> and(List<Object> first, @Nullable Object bound) {
        List<Object> values = new ArrayList<>(first);
        if (bound != null) {
            values.add(bound);
        }
        return values;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        getKeyValues(document);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        entries.addAll(entriesOf(document, position));
    }

    @Override
    public @Nullable Object remove(Document document) {
        remove(document, Missing.ofNullable(document.get("_id")));
        return null;
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        getKeyValues(after);
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        if (!nullAwareEqualsKeys(before, after)) {
            remove(before, position);
            add(after, position, collection);
        }
    }

    private void remove(Document document, Object position) {
        entriesOf(document, position).forEach(entries::remove);
    }

    private List<Entry> entriesOf(Document document, Object position) {
        Set<KeyValue> keys = getKeyValues(document);
        if (keys.size() != 1) {
            oneEntryEach = false;
        }
        return keys.stream()
                .map(key -> new Entry(key.stream().toList(), position, 0))
                .toList();
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException("asked by entries() only");
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    @Override
    public long getCount() {
        return entries.size();
    }

    @Override
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        entries.clear();
    }

    /** One place in the index; {@code side} is -1 below and 1 above all entries that begin with these values. */
    record Entry(Collection<Object> values, @Nullable Object position, int side) {

        static final Comparator<Entry> ORDER = Entry::compare;

        Object place() {
            return Objects.requireNonNull(position);
        }

        private static int compare(Entry one, Entry other) {
            var values = one.values.iterator();
            var others = other.values.iterator();
            while (values.hasNext() && others.hasNext()) {
                int difference = ValueOrder.ASCENDING.compare(values.next(), others.next());
                if (difference != 0) {
                    return difference;
                }
            }
            if (one.side != other.side) {
                return Integer.compare(one.side, other.side);
            }
            return ValueOrder.ASCENDING.compare(one.position, other.position);
        }
    }
}
