package org.pokana.forum;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Profile;
import org.pokana.conversation.Spelling;

/**
 * Who has the seats of a forum as it was seen, and so whether a free one can be somebody's. Counted from what people say
 * of themselves; whoever writes by it does so only if no seat was given or freed since ({@link Seats}).
 */
final class Shares {

    /** Why somebody does not get a seat. */
    enum Obstacle {
        FULL,
        /** What is free is kept for other groups. */
        RESERVED,
        /** Their organisation has as many as it may have. */
        ORGANISATION
    }

    private final Forum forum;
    private final Map<String, Integer> reserved;
    private final int mostOfOne;
    private final Map<String, Integer> byGroup = new HashMap<>();
    private final Map<String, Integer> byOrganisation = new HashMap<>();

    /** @param holders of the seats in this very state of the forum */
    Shares(Forum forum, List<Profile> holders, Instant now) {
        var allotment = forum.hasStarted(now) ? Allotment.NONE : Allotment.of(forum);
        this.forum = forum;
        this.reserved = now.isBefore(allotment.until(forum)) ? allotment.reserved() : Map.of();
        this.mostOfOne = allotment.mostOfOne();
        for (Profile holder : holders) {
            count(byGroup, holder.group());
            count(byOrganisation, folded(holder));
        }
    }

    private static void count(Map<String, Integer> counts, @Nullable String of) {
        if (of != null) {
            counts.merge(of, 1, Integer::sum);
        }
    }

    /** One for all its spellings. */
    private static @Nullable String folded(Profile profile) {
        var organisation = profile.organisation();
        return organisation == null || organisation.isBlank() ? null : Spelling.fold(organisation);
    }

    Forum forum() {
        return forum;
    }

    /** Whether it depends on who somebody is. */
    boolean areRuled() {
        return !reserved.isEmpty() || mostOfOne > 0;
    }

    boolean areReserved() {
        return !reserved.isEmpty();
    }

    /** Whoever has a seat already needs none. */
    boolean suit(Registration wish) {
        return forum.seats(wish.contactId()) || against(wish.profile()).isEmpty();
    }

    /** What stands against giving them a seat now. */
    Optional<Obstacle> against(Profile profile) {
        var organisation = folded(profile);
        if (mostOfOne > 0 && organisation != null && byOrganisation.getOrDefault(organisation, 0) >= mostOfOne) {
            return Optional.of(Obstacle.ORGANISATION);
        }
        if (forum.freeSeats() == 0) {
            return Optional.of(Obstacle.FULL);
        }
        boolean keptForThem = owed(Objects.requireNonNullElse(profile.group(), "")) > 0;
        return keptForThem || forum.freeSeats() > owedInAll() ? Optional.empty() : Optional.of(Obstacle.RESERVED);
    }

    private int owed(String group) {
        return Math.max(0, reserved.getOrDefault(group, 0) - byGroup.getOrDefault(group, 0));
    }

    private int owedInAll() {
        return reserved.keySet().stream().mapToInt(this::owed).sum();
    }

    /** The free seats that are kept for groups, in the order groups are always named in. */
    Map<String, Integer> kept() {
        var kept = new LinkedHashMap<String, Integer>();
        for (String group : Groups.KEYS) {
            int seats = Math.min(owed(group), forum.freeSeats());
            if (seats > 0) {
                kept.put(group, seats);
            }
        }
        return kept;
    }
}
