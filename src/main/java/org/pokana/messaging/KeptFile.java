package org.pokana.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Address;
import org.pokana.kernel.Attachment.Kind;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A file that somebody sent us to pass on, apart from its bytes.
 *
 * @param id unguessable, as whoever knows it may see the file
 * @param from the address it came from, until that person is forgotten
 * @param kind how it is shown
 * @param name fit to be shown to others
 * @param type what it is by its bytes
 * @param reference what the channel it came by knows it by, if it can be sent on by that as it is
 */
@Document("keptFiles")
public record KeptFile(
        @Id String id,
        @Indexed @Nullable String from,
        Kind kind,
        String name,
        String type,
        long bytes,
        @Nullable String reference,
        @Indexed Instant at) {

    boolean isFrom(Address address) {
        return address.toString().equals(from);
    }

    /** A part of its bytes, as no document may be larger than 16 MB. */
    @Document("keptPieces")
    record Piece(
            @Id String id,
            @Indexed String file,
            byte[] bytes,
            @Indexed Instant at) {

        static final int SIZE = 512 * 1024;

        static String id(String file, int number) {
            return file + ":" + number;
        }
    }
}
