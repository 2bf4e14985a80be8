package org.pokana.store;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which documents a query needs to read: those of the index with the fewest, or those of an index already in order. */
final class IndexChoice {

    /** So few documents are sorted sooner than read in order. */
    private static final int FEW = 200;

    private static final int MOST_PREFIXES = 1_000;

    private final List<Way> ways = new ArrayList<>();
    private final @Nullable Iterable<Object> ordered;

    IndexChoice(Collection<Index<Object>> indexes, Document query, @Nullable Document orderBy) {
        Conditions conditions = new Conditions(query);
        @Nullable Iterable<Object> inOrder = null;
        for (Index<Object> index : indexes) {
            if (index instanceof Lookup lookup) {
                Way way = Way.into(lookup, conditions);
                if (way.isNarrow()) {
                    ways.add(way);
                }
                if (inOrder == null && lookup instanceof SecondaryIndex secondary) {
                    inOrder = InOrder.read(secondary, way, orderBy);
                }
            }
        }
        ordered = inOrder;
    }

    /** The positions to read, or null if every document has to be read. */
    @Nullable
    Positions positions() {
        List<Object> few = race(ordered == null ? Integer.MAX_VALUE : FEW);
        if (few != null) {
            return new Positions(few, false);
        }
        return ordered == null ? null : new Positions(ordered, true);
    }

    /** Walks all ways at the same pace; the first at its end was the shortest. */
    private @Nullable List<Object> race(int longest) {
        List<Iterator<Object>> runners = ways.stream().map(Way::positions).toList();
        List<Set<Object>> found =
                ways.stream().map(way -> (Set<Object>) new LinkedHashSet<>()).toList();
        for (int step = 0; step <= longest && !runners.isEmpty(); step++) {
            for (int i = 0; i < runners.size(); i++) {
                if (!runners.get(i).hasNext()) {
                    return List.copyOf(found.get(i));
                }
                found.get(i).add(runners.get(i).next());
            }
        }
        return null;
    }

    /** The positions, and whether they are already in the order that was asked for. */
    record Positions(Iterable<Object> values, boolean inOrder) {}

    /** One index, read at these values of its first fields and within these bounds of the next. */
    record Way(
            Lookup index,
            List<List<Object>> prefixes,
            @Nullable Object from,
            @Nullable Object to) {

        static Way into(Lookup index, Conditions conditions) {
            List<List<Object>> prefixes = List.of(List.of());
            for (String field : index.fields()) {
                Set<Object> values = conditions.equal(field);
                if (values == null || prefixes.size() * values.size() > MOST_PREFIXES) {
                    return new Way(index, prefixes, conditions.from(field), conditions.to(field));
                }
                prefixes = extended(prefixes, values);
            }
            return new Way(index, prefixes, null, null);
        }

        private static List<List<Object>> extended(List<List<Object>> prefixes, Set<Object> values) {
            List<List<Object>> longer = new ArrayList<>();
            for (List<Object> prefix : prefixes) {
                for (Object value : values) {
                    List<Object> next = new ArrayList<>(prefix);
                    next.add(value);
                    longer.add(next);
                }
            }
            return longer;
        }

        boolean isNarrow() {
            return from != null || to != null || !prefixes.equals(List.of(List.of()));
        }

        Iterator<Object> positions() {
            Iterator<List<Object>> remaining = prefixes.iterator();
            return new Iterator<>() {
                private Iterator<Object> current = List.of().iterator();

                @Override
                public boolean hasNext() {
                    while (!current.hasNext() && remaining.hasNext()) {
                        current = index.positions(remaining.next(), from, to);
                    }
                    return current.hasNext();
                }

                @Override
                public Object next() {
                    return hasNext() ? current.next() : List.of().iterator().next();
                }
            };
        }
    }
}
