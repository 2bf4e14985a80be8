package org.pokana.messaging;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Spreads retries so that they do not all come at once; tests put in none. */
@FunctionalInterface
interface Jitter {

    Duration upTo(Duration most);

    Jitter RANDOM = most -> Duration.ofMillis(ThreadLocalRandom.current().nextLong(Math.max(1, most.toMillis())));

    Jitter NONE = most -> Duration.ZERO;
}
