package org.pokana.needs;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What somebody needs at a forum.
 *
 * @param id the forum and the person
 * @param other what else is to be prepared, in their own words
 */
@Document("needs")
record Need(
        @Id String id,
        @Indexed String forum,
        @Indexed String contact,
        List<Access> access,
        @Nullable String other,
        Instant at) {

    /** What can be prepared; stored by name. */
    enum Access {
        WHEELCHAIR,
        INTERPRETER,
        HEARING;

        String said() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Access> read(String said) {
            return Arrays.stream(values())
                    .filter(one -> one.said().equals(said))
                    .findFirst();
        }
    }

    static String id(String forum, String contact) {
        return forum + ":" + contact;
    }
}
