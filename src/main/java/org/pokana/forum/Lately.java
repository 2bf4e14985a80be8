package org.pokana.forum;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What was read some seconds ago at most, so that leafing through a list, or several pages that follow what happens, do
 * not read thousands of registrations each time. What takes long to read is kept longer, and whoever comes while it is
 * being read anew gets what was known before: a busy hour must not make itself busier.
 */
final class Lately<K, V> {

    private static final Duration KEPT = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Reading takes no more than a tenth of the time. */
    private static final int SHARE = 10;

    private static final int MOST = 50;

    private final Map<K, Read<V>> known = new ConcurrentHashMap<>();
    private final Map<K, Boolean> reading = new ConcurrentHashMap<>();
    private final Map<K, Instant> changed = new ConcurrentHashMap<>();
    private final Clock clock;

    private record Read<V>(V value, Instant at, Duration kept) {

        boolean isGood(Instant now, Duration longest) {
            return !now.isBefore(at) && now.isBefore(at.plus(longest));
        }
    }

    Lately(Clock clock) {
        this.clock = clock;
    }

    V get(K key, Supplier<V> supplier) {
        var now = clock.instant();
        var last = known.get(key);
        if (last != null && last.isGood(now, last.kept())) {
            return last.value();
        }
        if (reading.putIfAbsent(key, true) == null) {
            try {
                return read(key, supplier, now);
            } finally {
                reading.remove(key);
            }
        }
        return last != null && last.isGood(now, LONGEST) ? last.value() : read(key, supplier, now);
    }

    private V read(K key, Supplier<V> supplier, Instant begun) {
        if (known.size() >= MOST) {
            known.clear();
            changed.clear();
        }
        var value = supplier.get();
        var kept = Duration.between(begun, clock.instant()).multipliedBy(SHARE);
        kept = kept.compareTo(KEPT) < 0 ? KEPT : kept.compareTo(LONGEST) > 0 ? LONGEST : kept;
        var change = changed.get(key);
        if (change == null || begun.isAfter(change)) { // else it may have been read before somebody changed it
            known.put(key, new Read<>(value, begun, kept));
        }
        return value;
    }

    void forget(K key) {
        changed.put(key, clock.instant());
        known.remove(key);
    }
}
