package org.pokana.announcement;

import java.util.ArrayList;
import java.util.List;
import org.springframework.data.annotation.Id;
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

    static List<String> ids(String list, int people) {
        var ids = new ArrayList<String>();
        for (int part = 0; part < parts(people); part++) {
            ids.add(id(list, part));
        }
        return ids;
    }
}
