package org.pokana.messaging;

import java.util.Optional;

/** Where a deep link opens a talk with us on one channel. */
public interface Entrance {

    String channel();

    /** Empty as long as our address there is not known. */
    Optional<String> link(String start);
}
