package org.pokana.phone;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** Implemented where people are called about something, so that their numbers stay until it was long enough ago. */
@FunctionalInterface
public interface StillNeeded {

    /** Whose of these are needed for what ends at this moment or later. */
    Set<String> since(Instant moment, Collection<String> whose);
}
