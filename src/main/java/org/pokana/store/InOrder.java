package org.pokana.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads an index whose own order is the order a query asks for, so that a limit ends the reading early. */
final class InOrder {

    private InOrder() {}

    static @Nullable Iterable<Object> read(SecondaryIndex index, IndexChoice.Way way, @Nullable Document orderBy) {
        if (orderBy == null || orderBy.isEmpty() || way.prefixes().size() != 1 || !index.hasOneEntryEach()) {
            return null;
        }
        List<Object> first = way.prefixes().get(0);
        Integer direction = direction(index.fields(), first.size(), orderBy);
        if (direction == null) {
            return null;
        }
        NavigableSet<SecondaryIndex.Entry> entries = index.entries(first, way.from(), way.to());
        NavigableSet<SecondaryIndex.Entry> directed = direction > 0 ? entries : entries.descendingSet();
        return () -> directed.stream().map(SecondaryIndex.Entry::place).iterator();
    }

    /** 1 or -1 if the wanted fields follow the fixed ones in the index, all in one direction. */
    private static @Nullable Integer direction(List<String> fields, int fixed, Document orderBy) {
        List<String> wanted = new ArrayList<>(orderBy.keySet());
        wanted.removeAll(fields.subList(0, fixed));
        if (fixed + wanted.size() > fields.size()
                || !fields.subList(fixed, fixed + wanted.size()).equals(wanted)) {
            return null;
        }
        List<Integer> directions = wanted.stream()
                .map(field -> ((Number) Objects.requireNonNull(orderBy.get(field))).intValue())
                .distinct()
                .toList();
        if (directions.isEmpty()) {
            return 1;
        }
        return directions.size() == 1 ? directions.get(0) : null;
    }
}
