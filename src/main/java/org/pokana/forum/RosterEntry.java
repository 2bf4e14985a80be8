package org.pokana.forum;

import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Profile;
import org.pokana.forum.Registration.Status;
import org.springframework.data.mongodb.core.MongoOperations;

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

    /** The fields this is read from, and the forum. */
    private static final List<String> FIELDS = List.of(
            "forum",
            "contact",
            "status",
            "number",
            "profile",
            "coming",
            "waitSeq",
            "registeredAt",
            "checkedInAt",
            "offer.until",
            "offer.lapses");

    private static final int ALL_AT_ONCE = 20_000;

    /** By forum. Read past the mapper and in one answer of the store, as they may be thousands. */
    static Map<String, List<RosterEntry>> read(
            MongoOperations store, Collection<String> forums, Collection<Status> statuses) {
        var filter = new Document("forum", new Document("$in", List.copyOf(forums)))
                .append(
                        "status",
                        new Document("$in", statuses.stream().map(Status::name).toList()));
        var read = new HashMap<String, List<RosterEntry>>();
        store.execute("registrations", registrations -> {
            registrations
                    .find(filter)
                    .projection(Projections.include(FIELDS))
                    .batchSize(ALL_AT_ONCE)
                    .forEach(each -> read.computeIfAbsent(each.getString("forum"), any -> new ArrayList<>())
                            .add(of(each)));
            return read;
        });
        return read;
    }

    private static RosterEntry of(Document registration) {
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
        return switch (Status.valueOf(status)) {
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

    /** Whether a seat is kept for them, and no longer than that. */
    boolean isKeptUntil(Instant latest) {
        return standing == Standing.KEPT && keptUntil != null && !keptUntil.isAfter(latest);
    }

    public boolean hasSeat() {
        return standing == Standing.SEAT || standing == Standing.HERE;
    }
}
