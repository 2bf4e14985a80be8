package org.pokana.faq;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An answer that somebody gave to a question and that could become an entry.
 *
 * @param language the tag of the one language it is in
 * @param source where the answer comes from, in words; a web address in it becomes a link
 * @param author who answered, until they are forgotten
 * @param question where it was asked, if it was
 * @param entry the id it has or would have as an entry
 * @param publishedBy who published it, until they are forgotten
 */
@Document("faqDrafts")
public record Draft(
        @Id String id,
        String asked,
        String answer,
        String language,
        String source,
        @Nullable String author,
        @Nullable String question,
        String topic,
        String entry,
        @Indexed State state,
        Instant at,
        @Nullable String publishedBy) {

    /** Stored by name. */
    public enum State {
        OPEN,
        PUBLISHED,
        DISCARDED
    }
}
