package org.pokana.desk;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A browser in which an organizer is signed in.
 *
 * @param id the hash of what the browser shows
 * @param who the contact; what they may do is never kept here
 * @param device what people recognize it by, such as {@code Firefox · Windows}
 * @param lastSeen to the minute
 */
@Document("deskSessions")
public record DeskSession(
        @Id String id,
        @Indexed String who,
        String device,
        Instant since,
        @Indexed Instant lastSeen) {}
