package org.pokana.faq;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An entry as it is now. Whoever changes it says from which version; the write that finds another changes nothing.
 *
 * @param place its place in the file; what was added here comes after
 * @param edited whether somebody changed here what it says, so that the file no longer decides
 * @param file the mark of the file's entry that this one came from, or was last compared with
 * @param newer the mark of what the file says now, if an edited one differs from that
 * @param askedFor the month of the last check for which the organizers were asked whether it still holds
 */
@Document("faq")
record KeptEntry(
        @Id String id,
        Version now,
        int place,
        boolean edited,
        @Nullable String file,
        @Nullable String newer,
        @Nullable String askedFor) {

    static final int LAST = Integer.MAX_VALUE;

    static final Comparator<KeptEntry> IN_ORDER =
            Comparator.comparingInt(KeptEntry::place).thenComparing(KeptEntry::id);

    FaqEntry entry() {
        return now.entry();
    }

    long version() {
        return now.number();
    }

    boolean isShown() {
        return !now.retired();
    }

    /** What it was before, kept for good under its own number. */
    @Document("faqVersions")
    record Earlier(@Id String id, @Indexed String entry, Version was) {

        static Earlier of(KeptEntry kept) {
            return new Earlier(kept.id() + ":" + kept.version(), kept.id(), kept.now());
        }
    }

    /** Grows with every change of any entry, so that other instances notice by one tiny read. */
    @Document("faqEdition")
    record Edition(@Id String id, long number) {

        static final String ID = "faq";
    }
}
