package org.pokana.announcement;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;

/** A part of the people who were to get an announcement when it was confirmed; kept until it is handed out. */
@Document("recipients")
record Recipients(@Id String id, List<String> contacts) {

    static final int PART = 500;

    static int parts(int people) {
        return (people + PART - 1) / PART;
    }

    static String id(String list, int part) {
        return list + ":" + part;
    }

    static List<Recipients> of(String list, List<String> people) {
        var parts = new ArrayList<Recipients>();
        for (int from = 0; from < people.size(); from += PART) {
            parts.add(new Recipients(
                    id(list, parts.size()), List.copyOf(people.subList(from, Math.min(people.size(), from + PART)))));
        }
        return parts;
    }

    static void discard(MongoOperations store, String list, int people) {
        var parts = IntStream.range(0, parts(people))
                .mapToObj(part -> id(list, part))
                .toList();
        store.remove(query(where("_id").in(parts)), Recipients.class);
    }
}
