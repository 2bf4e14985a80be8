package org.pokana.messaging;

import java.util.Optional;

/**
 * Asked right before a message of the reminder or announcement lane leaves whether it still should: the forum may have
 * moved, the person may have opted out. Replies are never asked about.
 */
@FunctionalInterface
public interface Veto {

    /** Empty to let it go; otherwise why not. */
    Optional<Objection> against(Message message);

    /** Either the message is called off for good, or it waits until {@code retryAt}. */
    record Objection(String reason, java.time.@org.jspecify.annotations.Nullable Instant retryAt) {

        public static Objection never(String reason) {
            return new Objection(reason, null);
        }

        public static Objection notBefore(java.time.Instant retryAt, String reason) {
            return new Objection(reason, retryAt);
        }
    }
}
