package org.pokana.privacy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.pokana.messaging.Fades;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets what was said go when its time is over. */
@Component
public class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final List<Fades> places;
    private final PrivacySettings settings;
    private final Clock clock;

    Retention(List<Fades> places, PrivacySettings settings, Clock clock) {
        this.places = places;
        this.settings = settings;
        this.clock = clock;
    }

    /** What ended before is kept no longer, or only until the next sweep. */
    public Instant horizon() {
        return clock.instant().minus(settings.retention());
    }

    /** Removes everything that ended longer ago than it may be kept. */
    public void sweep() {
        var before = horizon();
        long faded = 0;
        for (Fades place : places) {
            faded += place.fade(before);
        }
        if (faded > 0) {
            log.info("{} messages and talks older than {} days are removed", faded, settings.retentionDays());
        }
    }
}
