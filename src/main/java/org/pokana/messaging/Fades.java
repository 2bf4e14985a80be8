package org.pokana.messaging;

import java.time.Instant;

/** Implemented wherever what people said is kept, so that it goes by itself when its time is over. */
@FunctionalInterface
public interface Fades {

    /** Removes what ended before the moment and says how much that was; safe to repeat. */
    long fade(Instant before);
}
