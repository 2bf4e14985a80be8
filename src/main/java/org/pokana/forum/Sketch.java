package org.pokana.forum;

import java.time.Instant;
import java.util.Map;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A forum in the making, as it was written so far; only the team sees it.
 *
 * @param fields by the names they have in the form
 * @param version raised each time it is saved; 0 before the first
 */
@Document("sketches")
public record Sketch(@Id String id, Map<String, String> fields, long version, Instant at) {

    public String get(String field) {
        return fields.getOrDefault(field, "");
    }
}
