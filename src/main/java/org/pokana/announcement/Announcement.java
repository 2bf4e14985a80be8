package org.pokana.announcement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Address;
import org.pokana.kernel.Attachment.Item;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Localized;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One announcement: what it says, who it was for when it was confirmed, and how far it got.
 *
 * @param texts empty words where there is only something to see
 * @param media what comes with the words; null in announcements of earlier versions
 * @param createdBy the contact who sent it, unless forgotten since
 * @param reportTo the address its progress is told to
 * @param dueAt not before this; while it is scheduled, {@link Terms#timing} decides
 * @param list where its recipients stand, in parts
 * @param total how many recipients there were
 * @param handedOut how many parts are in the outbox
 * @param settled nothing is left to do, and the report was given
 * @param seatsSeen up to which of its forum's seats a standing one was handed out
 * @param edition raised each time its words are corrected or it is taken up again after its report
 * @param owner who is handing it out now; fences off whoever did before
 * @param restUntil when the last pause ends that a chat service asked for
 * @param withdrawal how far it is taken back, if it is
 */
@Document("announcements")
public record Announcement(
        @Id String id,
        Localized texts,
        @Nullable List<Item> media,
        Audience audience,
        @Nullable String createdBy,
        @Nullable String reportTo,
        Terms terms,
        Instant dueAt,
        String list,
        Instant frozenAt,
        int total,
        int handedOut,
        State state,
        @Indexed boolean settled,
        long seatsSeen,
        int edition,
        Progress progress,
        @Nullable Report report,
        @Nullable String owner,
        @Nullable Instant leaseUntil,
        @Nullable Instant restUntil,
        @Nullable Withdrawal withdrawal) {

    private static final String CAUSE = "announcement:";

    /** Stored by name. */
    public enum State {
        /** Waits for its time; who gets it is decided then. */
        SCHEDULED,
        RUNNING,
        PAUSED,
        STOPPED,
        DONE
    }

    /**
     * What an organizer wants to be sent.
     *
     * @param id stays the same however often sending is asked for
     * @param reportTo where its progress is told; null where that cannot be
     * @param dueAt not before this
     */
    public record Draft(
            String id,
            Localized texts,
            List<Item> media,
            Audience audience,
            ContactId by,
            @Nullable Address reportTo,
            Terms terms,
            Instant dueAt) {}

    /**
     * How far the organizer was told it got.
     *
     * @param messages how many messages said so, each changing the first
     * @param shown the number of people last shown; -1 before the first
     * @param nextAt not again before this
     */
    record Progress(int messages, int shown, Instant nextAt) {

        static Progress none(Instant now) {
            return new Progress(0, -1, now);
        }
    }

    public String cause() {
        return cause(id);
    }

    /** Not while it is on its way, nor after it was taken back. */
    boolean canBeRepeated() {
        return settled && withdrawal == null;
    }

    List<Item> items() {
        return media == null ? List.of() : media;
    }

    static String cause(String id) {
        return CAUSE + id;
    }

    /** Which announcement a message belongs to, by its cause. */
    static Optional<String> idIn(String cause) {
        return cause.startsWith(CAUSE)
                ? Optional.of(cause.substring(CAUSE.length()).split(":")[0])
                : Optional.empty();
    }

    /** Of what is posted in groups, which is nobody's and so not counted among the people reached. */
    String boardCause() {
        return cause() + ":boards";
    }

    /** Whether a chat service would still take none of it. */
    boolean restsAt(Instant now) {
        return restUntil != null && now.isBefore(restUntil);
    }

    boolean isHandedOut() {
        return handedOut >= Recipients.parts(total);
    }
}
