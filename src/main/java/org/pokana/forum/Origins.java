package org.pokana.forum;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Where participants come from. */
@Component
class Origins {

    private static final int MOST_OFFERED = 6;

    /** More than that is many; nobody counts exactly, so that it costs little. */
    private static final int MOST_COUNTED = 50;

    private final MongoOperations store;

    Origins(MongoOperations store) {
        this.store = store;
    }

    /** The forum's own municipality, then those most people came from so far. */
    List<String> likely(Forum forum) {
        var people = Municipalities.DISTRICT.stream().collect(Collectors.toMap(Function.identity(), this::people));
        var others = Municipalities.DISTRICT.stream()
                .filter(key -> !key.equals(forum.municipality()))
                .sorted(Comparator.comparing((String key) -> people.getOrDefault(key, 0))
                        .reversed());
        return Stream.concat(Municipalities.DISTRICT.stream().filter(forum.municipality()::equals), others)
                .limit(MOST_OFFERED)
                .toList();
    }

    private int people(String municipality) {
        var from = query(where("profile.municipality").is(municipality)).limit(MOST_COUNTED);
        from.fields().include("_id");
        return store.find(from, Document.class, "registrations").size();
    }
}
