package org.pokana.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What every match of a query must satisfy, as far as an index can help; the query itself is still checked. */
final class Conditions {

    private final Map<String, Set<Object>> equal = new HashMap<>();
    private final Map<String, Object> from = new HashMap<>();
    private final Map<String, Object> to = new HashMap<>();

    Conditions(Document query) {
        read(query);
    }

    /** The values of which the field has one, or null if the query does not say. */
    @Nullable
    Set<Object> equal(String field) {
        return equal.get(field);
    }

    @Nullable
    Object from(String field) {
        return from.get(field);
    }

    @Nullable
    Object to(String field) {
        return to.get(field);
    }

    private void read(Document query) {
        query.forEach((field, condition) -> {
            if (field.equals("$and") && condition instanceof Collection<?> all) {
                all.forEach(each -> read((Document) each));
            } else if (!field.startsWith("$")) {
                read(field, condition);
            }
        });
    }

    private void read(String field, @Nullable Object condition) {
        if (condition instanceof Document operators) {
            operators.forEach((operator, value) -> read(field, operator, value));
        } else {
            read(field, "$eq", condition);
        }
    }

    private void read(String field, String operator, @Nullable Object value) {
        if (operator.equals("$in") && value instanceof Collection<?> values) {
            if (values.stream().allMatch(Conditions::isPlain)) {
                Set<Object> wanted = new LinkedHashSet<>();
                values.forEach(each -> wanted.add(normal(each)));
                equal.putIfAbsent(field, wanted);
            }
        } else if (isPlain(value)) {
            switch (operator) {
                case "$eq" -> equal.putIfAbsent(field, Set.of(normal(value)));
                case "$gt", "$gte" -> from.putIfAbsent(field, normal(value));
                case "$lt", "$lte" -> to.putIfAbsent(field, normal(value));
                default -> {}
            }
        }
    }

    /** Null also means "missing", and documents, lists and patterns match in more ways than being equal. */
    private static boolean isPlain(@Nullable Object value) {
        return !ValueType.isNothing(value)
                && !(value instanceof Document)
                && !(value instanceof Collection)
                && !BsonRegularExpression.isRegularExpression(value);
    }

    private static Object normal(@Nullable Object value) {
        return new KeyValue(List.of(value)).normalized().get(0);
    }
}
