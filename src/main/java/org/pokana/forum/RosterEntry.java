package org.pokana.forum;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Profile;

/**
 * Somebody on the list of a forum.
 *
 * @param number 0 as long as they never had a seat
 * @param ticket on the waiting list; the lowest is served first
 * @param lapses how many seats kept for them they let pass
 */
public record RosterEntry(
        String contact,
        long number,
        Profile profile,
        Standing standing,
        boolean coming,
        long ticket,
        int lapses,
        @Nullable Instant keptUntil,
        Instant registeredAt,
        @Nullable Instant arrivedAt) {

    /** How somebody stands; of those with a seat, whether they are here. */
    public enum Standing {
        SEAT,
        HERE,
        KEPT,
        WAITING,
        GONE
    }

    /** The fields this is read from. */
    static final String[] FIELDS = {
        "contact", "status", "number", "profile", "coming", "waitSeq", "registeredAt", "checkedInAt", "offer"
    };

    static RosterEntry of(Document registration) {
        var profile = registration.get("profile", new Document());
        var offer = registration.get("offer", new Document());
        return new RosterEntry(
                registration.getString("contact"),
                number(registration.get("number")),
                new Profile(
                        profile.getString("group"),
                        profile.getString("municipality"),
                        profile.getString("organisation"),
                        profile.getString("name")),
                standing(registration.getString("status"), registration.getDate("checkedInAt")),
                Boolean.TRUE.equals(registration.get("coming")),
                number(registration.get("waitSeq")),
                (int) number(offer.get("lapses")),
                instant(offer.getDate("until")),
                registration.getDate("registeredAt").toInstant(),
                instant(registration.getDate("checkedInAt")));
    }

    private static Standing standing(String status, @Nullable Date arrived) {
        return switch (Registration.Status.valueOf(status)) {
            case CONFIRMED -> arrived == null ? Standing.SEAT : Standing.HERE;
            case OFFERED -> Standing.KEPT;
            case WAITLISTED, LAPSED -> Standing.WAITING;
            default -> Standing.GONE;
        };
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    public boolean isGuest() {
        return contact.startsWith(Registration.GUEST);
    }

    public boolean hasSeat() {
        return standing == Standing.SEAT || standing == Standing.HERE;
    }
}
