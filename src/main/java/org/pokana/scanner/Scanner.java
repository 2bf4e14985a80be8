package org.pokana.scanner;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A phone that checks people in at one forum.
 *
 * @param id the hash of the link that opens it
 * @param session the hash of what the phone shows from then on; null as long as nobody opened it
 * @param by the helper who asked for it
 * @param until when it stops working
 */
@Document("scanners")
public record Scanner(
        @Id String id,
        @Indexed @Nullable String session,
        String forum,
        @Indexed String by,
        Instant madeAt,
        @Indexed Instant until) {}
