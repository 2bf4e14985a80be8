package org.pokana.messaging;

import java.time.Instant;
import java.util.Set;

/** Implemented wherever kept files are used, so that none goes while somebody still needs it. */
@FunctionalInterface
public interface Holds {

    /** The ids of the files that are needed for something that was not over before the moment. */
    Set<String> held(Instant before);
}
