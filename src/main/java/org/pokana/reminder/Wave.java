package org.pokana.reminder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pokana.forum.Forum;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One rule of one version of a forum, and how far everybody has been reminded by it.
 *
 * @param cursor the last registration whose reminder is in the outbox
 * @param owner who is expanding it now; fences off whoever did before
 */
@Document("waves")
@CompoundIndex(def = "{'state': 1, 'dueAt': 1}")
record Wave(
        @Id String id,
        String forum,
        long version,
        String rule,
        Instant dueAt,
        State state,
        @Nullable String cursor,
        @Nullable String owner,
        @Nullable Instant leaseUntil) {

    /** Stored by name. */
    enum State {
        PENDING,
        EXPANDING,
        DONE,
        /** Its time had passed before this version of the forum was made. */
        SKIPPED,
        /** Its time passed while nobody was there to ring, and a later one says it better. */
        LAPSED,
        /** The forum changed, was cancelled or has other rules now. */
        SUPERSEDED
    }

    static Wave of(Forum forum, ReminderRule rule, Instant dueAt, State state) {
        return new Wave(id(forum, rule), forum.id(), forum.version(), rule.text(), dueAt, state, null, null, null);
    }

    static String id(Forum forum, ReminderRule rule) {
        return forum.id() + ":" + forum.version() + ":" + rule.text();
    }

    /** Everything its forum's version put into the outbox belongs to this. */
    String cause() {
        return "forum:" + forum + ":" + version;
    }
}
