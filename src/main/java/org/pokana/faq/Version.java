package org.pokana.faq;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.ContactId;

/**
 * An entry as it is or once was, and who made it so, when and why.
 *
 * @param number grows by one with each change; the first is 1
 * @param retired whether people no longer get it
 * @param author empty for what came with the file, and once that person is forgotten
 * @param why in the editor's own words
 */
public record Version(
        FaqEntry entry,
        long number,
        boolean retired,
        Change change,
        @Nullable String author,
        @Nullable String why,
        Instant at) {

    public Optional<ContactId> by() {
        return Optional.ofNullable(author).map(ContactId::new);
    }

    /** What was done; stored by name. */
    public enum Change {
        FILE,
        ADDED,
        EDITED,
        TRANSLATED,
        EXAMPLE,
        CONFIRMED,
        RETIRED,
        RESTORED,
        IMPORTED,
        FROM_DRAFT
    }
}
