package org.pokana.messaging;

import org.pokana.kernel.Address;

/** Told when an address cannot be written to any more, so that what is kept of it can say so. */
@FunctionalInterface
public interface Loses {

    /** May be told twice. */
    void lose(Address at);
}
