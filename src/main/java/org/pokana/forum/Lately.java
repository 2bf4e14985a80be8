package org.pokana.forum;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What was read some seconds ago at most, so that leafing through a list, or several pages that follow what happens, do
 * not read thousands of registrations each time.
 */
final class Lately<K, V> {

    private static final Duration KEPT = Duration.ofSeconds(3);
    private static final int MOST = 50;

    private final Map<K, Read<V>> known = new ConcurrentHashMap<>();
    private final Clock clock;

    private record Read<V>(V value, Instant at) {}

    Lately(Clock clock) {
        this.clock = clock;
    }

    V get(K key, Supplier<V> reading) {
        var now = clock.instant();
        var last = known.get(key);
        if (last != null && !now.isBefore(last.at()) && now.isBefore(last.at().plus(KEPT))) {
            return last.value();
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        var value = reading.get();
        known.put(key, new Read<>(value, now)); // as of before it was read
        return value;
    }

    void forget(K key) {
        known.remove(key);
    }
}
