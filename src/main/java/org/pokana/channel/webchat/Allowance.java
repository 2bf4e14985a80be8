package org.pokana.channel.webchat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** So many a minute for each key, all at once if wished; then as they come back, one by one. */
final class Allowance {

    /** Beyond this many, those not seen longest are forgotten: they have long been let through again. */
    private static final int MOST_KEYS = 10_000;

    private final Clock clock;
    private final int most;
    private final Duration each;

    /** When each key's allowance will be whole again. */
    private final Map<String, Instant> whole = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_KEYS;
        }
    };

    Allowance(Clock clock, int perMinute) {
        this.clock = clock;
        this.most = perMinute;
        this.each = Duration.ofMinutes(1).dividedBy(perMinute);
    }

    /** Takes one; zero when it was there, otherwise how long until it will be. */
    synchronized Duration take(String key) {
        var now = clock.instant();
        var before = whole.getOrDefault(key, now);
        var after = (before.isBefore(now) ? now : before).plus(each);
        var wait = Duration.between(now.plus(each.multipliedBy(most)), after);
        if (wait.compareTo(Duration.ZERO) > 0) {
            return wait;
        }
        whole.put(key, after);
        return Duration.ZERO;
    }
}
