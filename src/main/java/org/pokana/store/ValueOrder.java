package org.pokana.store;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A total order over everything a document can hold, which follows MongoDB's order of types and never fails. */
final class ValueOrder implements Comparator<@Nullable Object> {

    static final ValueOrder ASCENDING = new ValueOrder();

    private ValueOrder() {}

    @Override
    public int compare(@Nullable Object one, @Nullable Object other) {
        int kind = kind(one);
        int difference = Integer.compare(kind, kind(other));
        if (difference != 0 || kind == 0) {
            return difference;
        }
        if (one instanceof Number number && other instanceof Number another) {
            return compareNumbers(number, another);
        }
        if (one instanceof Collection<?> some && other instanceof Collection<?> others) {
            return compareEach(some, others);
        }
        return compareWithinKind(one, other);
    }

    private static int kind(@Nullable Object value) {
        if (ValueType.isNothing(value)) {
            return 0;
        }
        if (value instanceof Number) {
            return 1;
        }
        if (value instanceof String) {
            return 2;
        }
        if (value instanceof Document) {
            return 3;
        }
        if (value instanceof Collection) {
            return 4;
        }
        if (value instanceof BinData || value instanceof LegacyUUID || value instanceof UUID) {
            return 5;
        }
        if (value instanceof ObjectId) {
            return 6;
        }
        if (value instanceof Boolean) {
            return 7;
        }
        return value instanceof Instant ? 8 : 9;
    }

    private static int compareNumbers(Number one, Number other) {
        if (one instanceof Long && other instanceof Long) {
            return Long.compare(one.longValue(), other.longValue());
        }
        return Double.compare(one.doubleValue(), other.doubleValue());
    }

    private int compareEach(Collection<?> some, Collection<?> others) {
        Iterator<?> one = some.iterator();
        Iterator<?> other = others.iterator();
        while (one.hasNext() && other.hasNext()) {
            int difference = compare(one.next(), other.next());
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(some.size(), others.size());
    }

    @SuppressWarnings("unchecked")
    private static int compareWithinKind(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Comparable<?> && other != null && one.getClass() == other.getClass()) {
            return ((Comparable<Object>) one).compareTo(other);
        }
        return Arrays.compareUnsigned(ValueType.bytes(one), ValueType.bytes(other));
    }
}
