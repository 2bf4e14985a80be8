package org.pokana.followup;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Attachment.Item;
import org.pokana.kernel.Attachment.Kind;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Something that people take along from a forum.
 *
 * @param number unique among its sort within the forum, and kept for good: people name photos by it
 * @param item the file; null for a link, and once it is gone from everywhere
 * @param words of a link: the link and what stands around it
 * @param from the organizer who added it, until they are forgotten
 * @param removedAt since when nobody gets it any more
 * @param cleared whether all that can be done about copies in chats is under way
 */
@Document("materials")
@CompoundIndex(def = "{'forum': 1, 'sort': 1, 'number': 1}")
record Material(
        @Id String id,
        String forum,
        Sort sort,
        int number,
        @Nullable Item item,
        @Nullable String words,
        @Nullable String from,
        Instant at,
        @Nullable Instant removedAt,
        boolean cleared) {

    /** Stored by name. */
    enum Sort {
        FILE,
        LINK,
        PHOTO;

        /** As it stands in commands and phrases. */
        String said() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Sort of(Item item) {
            return item.kind() == Kind.PHOTO || item.kind() == Kind.VIDEO ? PHOTO : FILE;
        }
    }

    static String id(String forum, Sort sort, int number) {
        return forum + ":" + sort.said() + ":" + number;
    }

    /** What stands still and can be looked at. */
    Optional<Item> picture() {
        return Optional.ofNullable(item).filter(file -> sort == Sort.PHOTO && file.kind() == Kind.PHOTO);
    }

    boolean isFile(String file) {
        return item != null && item.file().equals(file);
    }
}
