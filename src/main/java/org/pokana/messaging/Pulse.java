package org.pokana.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** For channels that can say how they fare. */
public interface Pulse {

    String channel();

    Beat beat();

    /** How well a channel is. */
    enum Light {
        WELL,
        /** Another instance receives. */
        STANDING_BY,
        TROUBLED,
        DEAF
    }

    /**
     * How it is at this moment.
     *
     * @param mode how it receives, such as {@code polling}
     * @param heard when something came in last; null when nobody knows
     * @param trouble in a sentence for whoever runs the service
     */
    record Beat(
            Light light,
            String mode,
            @Nullable Instant heard,
            @Nullable String trouble) {}
}
