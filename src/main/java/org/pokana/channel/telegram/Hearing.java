package org.pokana.channel.telegram;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Concern;
import org.pokana.messaging.Pulse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether Telegram reaches us; every change is told once, so that neither deafness nor a noisy log goes unnoticed. */
final class Hearing implements HealthIndicator, Concern {

    private static final Logger log = LoggerFactory.getLogger(Hearing.class);
    private static final Duration DEAF = Duration.ofSeconds(90);

    private final Clock clock;
    private volatile Instant lastGood;
    private volatile boolean standsBy;
    private volatile @Nullable String trouble;

    Hearing(Clock clock) {
        this.clock = clock;
        this.lastGood = clock.instant();
    }

    void good() {
        if (trouble != null) {
            log.info("Telegram is received again.");
        }
        trouble = null;
        standsBy = false;
        lastGood = clock.instant();
    }

    /** Another instance receives for us. */
    void standsBy() {
        standsBy = true;
        trouble = null;
    }

    void bad(String sentence) {
        if (!sentence.equals(trouble)) {
            log.warn(sentence);
        }
        standsBy = false;
        trouble = sentence;
    }

    Duration silence() {
        return Duration.between(lastGood, clock.instant());
    }

    private boolean isDeaf() {
        return !standsBy && silence().compareTo(DEAF) > 0;
    }

    Pulse.Light light() {
        if (standsBy) {
            return Pulse.Light.STANDING_BY;
        }
        return isDeaf() ? Pulse.Light.DEAF : trouble == null ? Pulse.Light.WELL : Pulse.Light.TROUBLED;
    }

    /** What is wrong, for whoever runs the service; null while nothing is. */
    @Nullable
    String sentence() {
        return trouble;
    }

    @Override
    public String name() {
        return "telegram";
    }

    @Override
    public Optional<Phrase> trouble() {
        return isDeaf() ? Optional.of(phrase("alarm.telegram")) : Optional.empty();
    }

    @Override
    public Health health() {
        if (standsBy) {
            return Health.up().withDetail("receiving", "another instance").build();
        }
        var health = isDeaf() ? Health.down() : Health.up();
        health.withDetail("secondsOfSilence", silence().toSeconds());
        var sentence = trouble;
        return sentence == null
                ? health.build()
                : health.withDetail("trouble", sentence).build();
    }
}
