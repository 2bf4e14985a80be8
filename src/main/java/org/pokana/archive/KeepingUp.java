package org.pokana.archive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Chats;
import org.pokana.messaging.Chats.Mark;
import org.pokana.messaging.Chats.Side;
import org.pokana.messaging.Fades;
import org.pokana.messaging.Forgets;
import org.pokana.messaging.Spoken;
import org.pokana.messaging.Spoken.Form;
import org.springframework.stereotype.Component;

/**
 * Makes the index know what is said, from where it stopped, be it at the very beginning; and forget what is kept no
 * longer. Every step may be repeated.
 */
@Component
public class KeepingUp implements Forgets, Fades {

    /** Whoever writes may have looked at the clock a while before, or at another clock. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    /** A service hands over what people said while we were away, with the time at which they did. */
    private static final Duration LATE = Duration.ofHours(26);

    private static final Duration LOOKED_FOR_LATE_EACH = Duration.ofMinutes(10);

    /** Others want to do something, too. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private static final int PIECE = 500;

    private final Chats chats;
    private final Shelf shelf;
    private final Directory directory;
    private final Clock clock;
    private final Map<Side, Instant> until = new EnumMap<>(Side.class);
    private final Map<Side, Boolean> behind = new EnumMap<>(Side.class);
    private final Map<Side, Set<Mark>> justLookedAt = new EnumMap<>(Side.class);
    private Instant lookedForLate = Instant.EPOCH;
    private boolean spelled;

    KeepingUp(Chats chats, Shelf shelf, Directory directory, Clock clock) {
        this.chats = chats;
        this.shelf = shelf;
        this.directory = directory;
        this.clock = clock;
    }

    /** Goes on for a moment; to be called again and again. */
    public synchronized void keepUp() {
        var index = shelf.index();
        var notes = index.notes();
        var now = clock.instant();
        boolean late = !now.isBefore(lookedForLate.plus(LOOKED_FOR_LATE_EACH));
        boolean changed = false;
        for (Side side : Side.values()) {
            var known = until.computeIfAbsent(
                    side, any -> Instant.parse(notes.getOrDefault(any.name(), "1970-01-01T00:00:00Z")));
            changed |= follow(index, side, known.minus(late ? LATE : OVERLAP), now);
        }
        spelled = spelled || directory.spell(PIECE);
        if (late) {
            lookedForLate = now;
        }
        if (changed) {
            keep();
        }
    }

    private boolean follow(Index index, Side side, Instant since, Instant now) {
        boolean changed = false;
        var from = since;
        var newest = until.getOrDefault(side, Instant.EPOCH);
        int most = PIECE;
        behind.put(side, true);
        while (clock.instant().isBefore(now.plus(AT_ONCE))) {
            var marks = chats.since(side, from, most);
            changed |= put(index, side, marks, newest);
            var end = marks.isEmpty() ? from : marks.get(marks.size() - 1).at();
            advance(side, end.isAfter(now) ? now : end);
            if (marks.size() < most) {
                behind.put(side, false);
                return changed;
            }
            most = end.equals(from) ? most * 2 : PIECE;
            from = end;
        }
        return changed;
    }

    private void advance(Side side, Instant end) {
        until.merge(side, end, (one, other) -> one.isAfter(other) ? one : other);
    }

    private boolean put(Index index, Side side, List<Mark> marks, Instant newest) {
        var looked = justLookedAt.computeIfAbsent(side, any -> new HashSet<>());
        var unknown = marks.stream()
                .filter(mark -> !looked.contains(mark))
                .filter(mark -> mark.at().isAfter(newest) || !index.knows(side, mark.id(), mark.at()))
                .map(Mark::id)
                .toList();
        var said = unknown.isEmpty()
                ? List.<Spoken>of()
                : chats.find(side, unknown).stream()
                        .filter(KeepingUp::isInWords)
                        .toList();
        said.forEach(index::put);
        looked.removeIf(mark -> mark.at().isBefore(newest.minus(OVERLAP)));
        looked.addAll(marks);
        return !said.isEmpty();
    }

    private static boolean isInWords(Spoken said) {
        return !said.text().isBlank() && said.form() != Form.PRESSED;
    }

    private void keep() {
        var notes = new HashMap<String, String>();
        until.forEach((side, moment) -> notes.put(side.name(), moment.toString()));
        shelf.commit(notes);
        shelf.index().refresh();
    }

    /** Whether there is more to be read, so that something may be missed yet. */
    public synchronized boolean isBehind() {
        return behind.isEmpty() || behind.containsValue(true);
    }

    @Override
    public synchronized void forget(ContactId contact, List<Address> addresses) {
        if (!addresses.isEmpty()) {
            addresses.forEach(address -> shelf.index().remove(address.toString()));
            shelf.index().expunge();
        }
    }

    @Override
    public synchronized long fade(Instant before) {
        shelf.index().removeBefore(before);
        shelf.index().expunge();
        return 0; // nothing is kept here that is not kept elsewhere
    }

    /** Finds what is gone from the store for whatever reason, such as by another instance's doing. */
    public synchronized void compare() {
        var index = shelf.index();
        long before = Long.MAX_VALUE;
        for (var some = index.all(before, PIECE); !some.isEmpty(); some = index.all(before, PIECE)) {
            for (Side side : Side.values()) {
                var ids = some.stream()
                        .filter(hit -> hit.side() == side)
                        .map(Index.Hit::id)
                        .toList();
                var gone = new HashSet<>(ids);
                chats.find(side, ids).forEach(said -> gone.remove(said.id()));
                index.remove(side, gone);
            }
            before = some.get(some.size() - 1).rank();
        }
        index.expunge();
    }
}
