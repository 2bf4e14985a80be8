package org.pokana.store;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** An index that admits each key once; kept in the data file beside the documents. */
final class UniqueIndex extends AbstractUniqueIndex<Object> implements Lookup {

    private final MVMap<Object, Object> positions;

    UniqueIndex(MVMap<Object, Object> positions, String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.positions = positions;
    }

    @Override
    public List<String> fields() {
        return keys();
    }

    /** Ignores the bounds: the keys of one list may lie on both sides of them. */
    @Override
    public Iterator<Object> positions(List<Object> first, @Nullable Object from, @Nullable Object to) {
        Cursor<Object, Object> cursor = positions.cursor(first);
        return new Iterator<>() {
            private boolean onNext = cursor.hasNext() && startsWith(cursor.next(), first);

            @Override
            public boolean hasNext() {
                return onNext;
            }

            @Override
            public Object next() {
                if (!onNext) {
                    throw new NoSuchElementException();
                }
                Object position = cursor.getValue();
                onNext = cursor.hasNext() && startsWith(cursor.next(), first);
                return position;
            }
        };
    }

    private static boolean startsWith(Object key, List<Object> first) {
        List<?> values = (List<?>) key;
        return ValueOrder.ASCENDING.compare(values.subList(0, first.size()), first) == 0;
    }

    @Override
    protected @Nullable Object removeDocument(KeyValue key) {
        return positions.remove(stored(key));
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Object position) {
        return positions.putIfAbsent(stored(key), Missing.ofNullable(position)) == null;
    }

    @Override
    protected Iterable<Entry<KeyValue, Object>> getIterable() {
        return positions.entrySet().stream()
                .map(entry -> Map.entry(new KeyValue((Collection<?>) entry.getKey()), entry.getValue()))
                .toList();
    }

    @Override
    protected @Nullable Object getPosition(KeyValue key) {
        return positions.get(stored(key));
    }

    @Override
    public long getCount() {
        return positions.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    private static List<Object> stored(KeyValue key) {
        return key.stream().collect(Collectors.toList());
    }
}
