package org.pokana.forum;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the seats of a forum are shared out: some kept for certain groups, so many at most for one organisation.
 *
 * @param reserved seats by the key of the group they are kept for
 * @param endsBefore so many minutes before the forum begins they are everybody's; moves along with the forum
 * @param mostOfOne how many seats one organisation may have; 0 for any number
 */
public record Allotment(Map<String, Integer> reserved, long endsBefore, int mostOfOne) {

    static final Allotment NONE = new Allotment(Map.of(), 0, 0);

    static Allotment of(Forum forum) {
        var allotment = forum.allotment();
        return allotment == null ? NONE : allotment;
    }

    /** Another number of seats for one group; 0 keeps none for it. */
    Allotment reserving(String group, int seats, Duration before) {
        var others = new HashMap<>(reserved);
        others.remove(group);
        if (seats > 0) {
            others.put(group, seats);
        }
        return new Allotment(Map.copyOf(others), before.toMinutes(), mostOfOne);
    }

    Allotment withAtMost(int ofOne) {
        return new Allotment(reserved, endsBefore, ofOne);
    }

    /** How many seats one organisation may have, as it is written; empty if it is no such number. */
    static Optional<Integer> most(String written) {
        return Optional.of(written).filter(text -> text.matches("\\d{1,3}")).map(Integer::valueOf);
    }

    /** As it is stored: nothing at all for a forum whose seats are simply everybody's. */
    @Nullable
    Allotment orNothing() {
        return reserved.isEmpty() && mostOfOne == 0 ? null : this;
    }

    Instant until(Forum forum) {
        return forum.starts().minus(Duration.ofMinutes(endsBefore));
    }

    int reservedInAll() {
        return reserved.values().stream().mapToInt(Integer::intValue).sum();
    }
}
