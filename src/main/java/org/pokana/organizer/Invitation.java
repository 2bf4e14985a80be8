package org.pokana.organizer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Role;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A link that makes its first opener an organizer.
 *
 * @param tokenHash the token itself is nowhere in the store
 * @param by the contact who invites; empty for the link that the start itself made
 */
@Document("invitations")
record Invitation(
        @Id String id,
        @Indexed String tokenHash,
        Role role,
        String by,
        Instant until,
        @Nullable String openedBy,
        @Nullable Instant openedAt) {

    /** There is one link of the start at most: a newer one takes the place of the one before. */
    static final String OF_THE_START = "start";
}
