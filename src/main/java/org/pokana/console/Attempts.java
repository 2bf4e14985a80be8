package org.pokana.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Links that did not work, by where they were tried: after some of them nobody there is listened to for a while. */
@Component
class Attempts {

    static final int MOST = 10;
    static final Duration PAUSE = Duration.ofMinutes(5);

    /** Beyond this many, those not seen longest are forgotten. */
    private static final int MOST_PLACES = 10_000;

    private final Clock clock;

    private final Map<String, Failed> failed = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failed> eldest) {
            return size() > MOST_PLACES;
        }
    };

    private record Failed(int count, Instant until) {}

    Attempts(Clock clock) {
        this.clock = clock;
    }

    /** How long somebody there has to wait; zero if not at all. */
    synchronized Duration wait(String place) {
        var now = clock.instant();
        var known = failed.get(place);
        return known == null || known.count() < MOST || !now.isBefore(known.until())
                ? Duration.ZERO
                : Duration.between(now, known.until());
    }

    synchronized void failed(String place) {
        var now = clock.instant();
        var known = failed.get(place);
        int before = known == null || !now.isBefore(known.until()) ? 0 : known.count();
        failed.put(place, new Failed(before + 1, now.plus(PAUSE)));
    }
}
