package org.pokana.change;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An organizer who changed a forum and sees how many have understood it, in one message that changes.
 *
 * @param by null once they are forgotten
 * @param reportTo where they made the change
 * @param messages how many reports there were, the edits of the first included
 * @param shown what the last one said
 * @param nextAt not before then the next
 */
@Document("watches")
record Watch(
        @Id String id,
        String forum,
        long version,
        @Indexed @Nullable String by,
        @Nullable String reportTo,
        int messages,
        @Nullable String shown,
        @Indexed Instant nextAt,
        Instant since) {}
