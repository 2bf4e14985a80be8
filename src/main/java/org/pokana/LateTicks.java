package org.pokana;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Concern;

/** Notices when something that is to happen every so often has not begun for a minute longer than that. */
final class LateTicks implements Concern {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Instant> latest = new ConcurrentHashMap<>();

    LateTicks(Clock clock) {
        this.clock = clock;
    }

    /** The named work is to begin again within the interval. */
    void begins(String work, Duration interval) {
        latest.put(work, clock.instant().plus(interval).plus(PATIENCE));
    }

    @Override
    public String name() {
        return "ticks";
    }

    @Override
    public Optional<Phrase> trouble() {
        var now = clock.instant();
        return latest.values().stream().anyMatch(now::isAfter) ? Optional.of(phrase("alarm.ticks")) : Optional.empty();
    }
}
