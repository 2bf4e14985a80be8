package org.pokana.followup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** Somebody's wish not to be seen on a photo. */
@Document("photoRequests")
record PhotoRequest(
        @Id String id,
        @Indexed String forum,
        int number,
        @Indexed String contact,
        Instant at,
        @Nullable Instant metAt) {

    static String id(String forum, int number, String contact) {
        return forum + ":" + number + ":" + contact;
    }
}
