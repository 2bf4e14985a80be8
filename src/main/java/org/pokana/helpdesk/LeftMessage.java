package org.pokana.helpdesk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.ContactId;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What somebody left for the organizers before these could answer here; kept until it fades.
 *
 * @param id from {@link org.pokana.kernel.Ids}
 * @param passedOnAt when it was put on its way, or made a question; null before
 */
@Document("leftMessages")
record LeftMessage(
        @Id String id,
        @Indexed String contact,
        String text,
        Instant at,
        @Nullable Instant passedOnAt) {

    ContactId from() {
        return new ContactId(contact);
    }

    /** Says nothing about the author, so that it may stay where the message was told. */
    String cause() {
        return "left:" + id;
    }
}
