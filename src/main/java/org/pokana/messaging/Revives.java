package org.pokana.messaging;

import java.util.Collection;

/** Told when messages that had ended are sent once more, so that what was concluded from them is open again. */
@FunctionalInterface
public interface Revives {

    /** @param causes what they belong to */
    void revive(Collection<String> causes);
}
