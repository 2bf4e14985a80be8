package org.pokana.forum;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Somebody's word that they will come to a forum, but late.
 *
 * @param version of the forum when they said it; at another hour they may be in time
 */
@Document("delays")
record Delay(
        @Id String id,
        @Indexed String forum,
        long version,
        @Indexed String contact,
        int minutes,
        Instant at) {}
