package org.pokana.desk;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A link that opens the desk once.
 *
 * @param id the contact it is for: a newer one takes the place of the one before
 * @param tokenHash the token itself is nowhere in the store
 */
@Document("deskLinks")
record DeskLink(
        @Id String id, @Indexed String tokenHash, @Indexed Instant until) {

    /** For whoever becomes the first owner; never a contact's id, which is longer. */
    static final String OF_THE_START = "start";
}
