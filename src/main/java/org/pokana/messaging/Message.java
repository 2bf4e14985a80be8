package org.pokana.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Address;
import org.springframework.data.annotation.Id;
import org.springframework.data.convert.ValueConverter;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A {@link Post} in the outbox, and what became of it.
 *
 * @param wantedAt since when it is to leave, whatever kept it; {@code dueAt} moves on with each delay
 * @param doubts how often it may have arrived and was to be sent again
 * @param moves how often it followed its chat to another address
 * @param fault why it failed for good
 */
@Document("outbox")
@CompoundIndex(def = "{'state': 1, 'lane': 1, 'dueAt': 1}")
@CompoundIndex(def = "{'cause': 1, 'state': 1, 'dueAt': 1, '_id': 1}")
@CompoundIndex(def = "{'to': 1, 'settledAt': 1}")
public record Message(
        @Id String id,
        @Indexed String contact,
        String to,
        Lane lane,
        @ValueConverter(ContentForm.class) Content content,
        String cause,
        Instant dueAt,
        @Nullable Instant notAfter,
        @Nullable String replaces,
        @Nullable String amends,
        State state,
        int attempt,
        @Nullable String owner,
        @Nullable Instant leaseUntil,
        Instant putAt,
        @Indexed @Nullable Instant settledAt,
        @Nullable String receipt,
        @Nullable String reason,
        @Nullable Instant wantedAt,
        @Nullable Integer doubts,
        @Nullable Integer moves,
        @Nullable Fault fault) {

    /** Why a message failed for good; stored by name. */
    public enum Fault {
        /** Nobody is there to write to any more. */
        GONE,
        /** The service will never take it: a mistake of ours. */
        REFUSED,
        /** What it carries is more than the channel takes. */
        TOO_LARGE,
        /** In that group the bot may not write. */
        BARRED
    }

    private static final Pattern PART = Pattern.compile("(?<first>.+)\\+(?<number>[1-9]\\d{0,3})");

    /** Where a message stands; stored by name. */
    public enum State {
        READY,
        SENDING,
        /** Would be ready, had the organizers not paused it. */
        HELD,
        SENT,
        /** It may have arrived; nobody knows. */
        UNCERTAIN,
        FAILED,
        /** Its time passed before it could leave. */
        EXPIRED,
        /** What it says is no longer so, or no longer wanted. */
        SUPERSEDED;

        private static final List<State> WORST_FIRST =
                List.of(SENDING, READY, HELD, FAILED, UNCERTAIN, EXPIRED, SUPERSEDED, SENT);

        /** Which of two parts of one message decides where all of it stands. */
        public State worse(State other) {
            return WORST_FIRST.indexOf(this) < WORST_FIRST.indexOf(other) ? this : other;
        }

        public boolean isFinal() {
            return this != READY && this != SENDING && this != HELD;
        }
    }

    static Message of(Post post, Content content, Instant now) {
        return new Message(
                post.id(),
                post.contact().value(),
                post.to().toString(),
                post.lane(),
                content,
                post.cause(),
                post.dueAt(),
                post.notAfter(),
                post.replaces(),
                post.amends(),
                State.READY,
                0,
                null,
                null,
                now,
                null,
                null,
                null,
                post.dueAt(),
                null,
                null,
                null);
    }

    /** When it is too late for it: at a time of its own, or when it waited for longer than it can be of use. */
    Instant latest() {
        var own = notAfter;
        return own != null ? own : wanted().plus(lane.horizon());
    }

    Instant wanted() {
        return wantedAt == null ? dueAt : wantedAt;
    }

    boolean isDoubted() {
        return doubts != null && doubts > 0;
    }

    int timesMoved() {
        return moves == null ? 0 : moves;
    }

    public Address address() {
        return Address.parse(to);
    }

    /** The id of the part before it, if it is a further part of the same message. */
    public Optional<String> continues() {
        var part = PART.matcher(id);
        if (!part.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(part.group("number"));
        return Optional.of(number == 1 ? part.group("first") : part.group("first") + "+" + (number - 1));
    }
}
