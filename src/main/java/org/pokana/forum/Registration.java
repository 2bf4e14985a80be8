package org.pokana.forum;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Profile;
import org.pokana.kernel.ContactId;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A person's claim on a seat at a forum.
 *
 * @param joins how often they asked for a seat and left again: what is decided about one wish never touches the next
 * @param profile what the person gave for this forum, kept as it was then
 * @param number unique within the forum and kept for good, also if they leave and come back; 0 before they had a seat or
 *     one was kept for them
 * @param waitSeq their ticket on the waiting list; the lowest is served first
 * @param coming whether they said themselves that they will come
 * @param untold whether they moved up from the waiting list and the message saying so is not yet in the outbox
 * @param changedAt when the status changed last
 * @param checkedInAt when they arrived at the forum; null as long as they have not
 * @param checkedInBy who noted it: the person, or a helper at the door; null also when that helper is forgotten
 * @param wrongCodes what they typed at the door that was not its code; null again once they are in
 * @param link by which a colleague takes their seat, or took it; null unless they made one
 * @param offer the seat kept for them until they answer, or the last one they let pass
 */
@Document("registrations")
@CompoundIndex(def = "{'forum': 1, 'status': 1, 'waitSeq': 1}")
@CompoundIndex(def = "{'profile.municipality': 1}")
@CompoundIndex(def = "{'link.token': 1}")
public record Registration(
        @Id String id,
        @Indexed String forum,
        @Indexed String contact,
        Status status,
        long joins,
        long number,
        Profile profile,
        long waitSeq,
        boolean coming,
        boolean untold,
        Instant registeredAt,
        Instant changedAt,
        @Nullable Instant checkedInAt,
        @Nullable String checkedInBy,
        @Nullable WrongCodes wrongCodes,
        @Nullable SeatLink link,
        @Nullable Offer offer) {

    /** Stored by name. */
    public enum Status {
        /** Asked for a seat and not yet answered: seen only by whoever cleans up after a crash. */
        JOINING,
        CONFIRMED,
        WAITLISTED,
        /** A seat is kept for them until they answer. */
        OFFERED,
        /** They let it pass: whoever sees this frees the seat and lets them wait again, behind the others. */
        LAPSED,
        CANCELLED,
        /** A colleague has taken the link: whoever sees this finishes moving the seat, and nothing takes it back. */
        HANDING_OVER
    }

    /** Those that hold or wait for a seat. */
    public static final List<Status> ACTIVE =
            List.of(Status.CONFIRMED, Status.OFFERED, Status.LAPSED, Status.WAITLISTED);

    /** People without a chat, whom an organizer registered; never a contact's id, which has no hyphen. */
    static final String GUEST = "guest-";

    /** Comes next in the alphabet. */
    static final String AFTER_GUESTS = "guest.";

    static ContactId guest(String id) {
        return new ContactId(GUEST + id);
    }

    /** Somebody with a seat, to show what they would be told. */
    static Registration seated(String forum, Instant since) {
        return new Registration(
                "",
                forum,
                "",
                Status.CONFIRMED,
                0,
                1,
                Profile.UNKNOWN,
                0,
                false,
                false,
                since,
                since,
                null,
                null,
                null,
                null,
                null);
    }

    public boolean isGuest() {
        return isGuestsId(contact);
    }

    public static boolean isGuestsId(String contact) {
        return contact.startsWith(GUEST);
    }

    static String id(String forum, ContactId contact) {
        return forum + ":" + contact;
    }

    public ContactId contactId() {
        return new ContactId(contact);
    }

    public boolean isConfirmed() {
        return status == Status.CONFIRMED;
    }

    /** In line, with no seat and none kept for them. */
    public boolean isWaiting() {
        return status == Status.WAITLISTED || status == Status.LAPSED;
    }

    /** Whether a seat is kept for them, for {@link #offer} says how long. */
    public boolean isOffered() {
        return status == Status.OFFERED;
    }

    /** Whether they want a seat and do not have it yet. */
    public boolean awaitsSeat() {
        return isWaiting() || isOffered();
    }

    boolean hasLapsed() {
        return status == Status.LAPSED;
    }

    /** Whether the seat kept for them is somebody else's turn by now. */
    boolean isOfferOver(Forum forum, Instant now) {
        return isOffered() && (offer == null || !now.isBefore(offer.until()) || forum.hasStarted(now));
    }

    int lapses() {
        return offer == null ? 0 : offer.lapses();
    }

    boolean isHandingOver() {
        return status == Status.HANDING_OVER;
    }

    public boolean hasArrived() {
        return checkedInAt != null;
    }

    public boolean isActive() {
        return ACTIVE.contains(status);
    }
}
