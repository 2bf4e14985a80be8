package org.pokana.followup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pokana.forum.Forum;
import org.pokana.messaging.QuietHours;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One occasion on which people are written to after a forum, and how far everybody has been.
 *
 * @param cursor the last person whose message is in the outbox
 * @param owner who is at it now; fences off whoever was before
 */
@Document("followUps")
@CompoundIndex(def = "{'state': 1, 'dueAt': 1}")
record FollowUp(
        @Id String id,
        String forum,
        Occasion occasion,
        Instant dueAt,
        State state,
        @Nullable String cursor,
        @Nullable String owner,
        @Nullable Instant leaseUntil) {

    /** When people are written to; stored by name. */
    enum Occasion {
        /** While they still know how it was: those who came. */
        SOON {
            @Override
            Instant nominal(Forum forum) {
                return forum.ends().plus(Duration.ofHours(2));
            }
        },
        /** Once nobody can be noted as there any more: those who did not come, and those whose coming was noted late. */
        NEXT_DAY {
            @Override
            Instant nominal(Forum forum) {
                return forum.ends().plus(Duration.ofDays(1));
            }
        },
        /** When there was time to put it to use: those who said that they might. */
        QUARTER_LATER {
            @Override
            Instant nominal(Forum forum) {
                return forum.endsAt()
                        .toLocalDate()
                        .plusMonths(3)
                        .atTime(LocalTime.of(10, 0))
                        .atZone(forum.zone())
                        .toInstant();
            }
        };

        /** After that it is of no use any more. */
        private static final Duration WORTH_IT = Duration.ofDays(14);

        abstract Instant nominal(Forum forum);

        /** By day. */
        Instant dueAt(Forum forum) {
            return considerate(nominal(forum), forum);
        }

        /** Until when it is asked and answered. */
        Instant closes(Forum forum) {
            return nominal(forum).plus(WORTH_IT);
        }

        static List<Occasion> all() {
            return Arrays.asList(values());
        }
    }

    /** Stored by name. */
    enum State {
        PENDING,
        WRITING,
        DONE,
        /** Its time passed, or it would not have been true. */
        LAPSED,
        /** There was no such forum after all. */
        SUPERSEDED
    }

    static FollowUp of(Forum forum, Occasion occasion) {
        return new FollowUp(
                id(forum, occasion), forum.id(), occasion, occasion.dueAt(forum), State.PENDING, null, null, null);
    }

    static String id(Forum forum, Occasion occasion) {
        return forum.id() + ":" + occasion;
    }

    /** The moment itself, or the morning after the night it falls into. */
    static Instant considerate(Instant moment, Forum forum) {
        return QuietHours.morningAfter(moment, forum.zone()).orElse(moment);
    }
}
