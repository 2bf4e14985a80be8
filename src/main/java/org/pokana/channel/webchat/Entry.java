package org.pokana.channel.webchat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Attachment.Item;
import org.pokana.messaging.Content;
import org.pokana.messaging.Content.Button;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One line in the log of a session.
 *
 * @param id the session and the number, so that of two writers only one gets the number
 * @param number counts up by one within a session, without gaps, for ever
 * @param key the page's own id of what a person said, or one of ours: said twice with the same key is said once
 * @param text what was said; the caption of a file
 * @param media what was sent to be passed on, and what we passed on
 * @param changed when the text was last replaced
 * @param of the number of the entry that changed, for a note that it did
 */
@Document("webchatMessages")
@CompoundIndex(name = "session_number", def = "{'session': 1, 'number': 1}", unique = true)
@CompoundIndex(name = "session_key", def = "{'session': 1, 'key': 1}", unique = true)
record Entry(
        @Id String id,
        String session,
        long number,
        String key,
        Kind kind,
        Instant at,
        String text,
        List<Button> buttons,
        @Nullable File file,
        @Nullable List<Item> media,
        Content.@Nullable Place place,
        Content.@Nullable Copy copy,
        @Nullable Instant changed,
        @Nullable Long of) {

    /** Whose line it is; stored by name. */
    enum Kind {
        PERSON,
        BOT,
        /** A note that an earlier entry reads differently now. */
        CHANGED,
        /** One of ours that was taken back; its number stays used. */
        GONE;

        boolean isSpoken() {
            return this == PERSON || this == BOT;
        }
    }

    record File(String name, String type, byte[] bytes) {}

    static String id(String session, long number) {
        return session + ":" + number;
    }
}
