package org.pokana.messaging;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Address;
import org.pokana.messaging.Incoming.Kind;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An {@link Incoming} in the inbox, and whether it was heard.
 *
 * @param showing only until it was heard: what somebody showed us is none of our business unless we asked for it
 * @param signature likewise: no name is kept that nobody gave us
 */
@Document("inbox")
@CompoundIndex(def = "{'state': 1, 'leaseUntil': 1}")
@CompoundIndex(def = "{'from': 1, 'at': 1}")
record Received(
        @Id String id,
        String from,
        Kind kind,
        String text,
        @Nullable String pick,
        @Nullable String tapped,
        @Nullable Locale language,
        @Indexed Instant at,
        State state,
        @Nullable String owner,
        Instant leaseUntil,
        int attempt,
        @Nullable String reason,
        @Nullable Showing showing,
        @Nullable String room,
        @Nullable String signature,
        @Nullable String repliesTo) {

    /** Where it stands; stored by name. */
    enum State {
        /** Being heard by its owner, or, once the lease is over, by whoever takes it. */
        CLAIMED,
        DONE,
        /** Heard several times without success; kept for a person to look at. */
        FAILED
    }

    static Received of(Incoming incoming, String owner, Instant leaseUntil) {
        return new Received(
                incoming.id(),
                incoming.from().toString(),
                incoming.kind(),
                incoming.text(),
                incoming.pick(),
                incoming.tapped(),
                incoming.language(),
                incoming.at(),
                incoming.kind() == Kind.OTHER ? State.DONE : State.CLAIMED,
                owner,
                leaseUntil,
                0,
                null,
                incoming.showing(),
                incoming.room() == null ? null : incoming.room().toString(),
                incoming.signature(),
                incoming.repliesTo());
    }

    Incoming incoming() {
        return new Incoming(
                id,
                Address.parse(from),
                kind,
                text,
                pick,
                tapped,
                language,
                at,
                showing,
                room == null ? null : Address.parse(room),
                signature,
                repliesTo);
    }
}
