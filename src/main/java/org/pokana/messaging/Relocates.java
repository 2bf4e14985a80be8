package org.pokana.messaging;

import org.pokana.kernel.Address;

/** Told when a chat got another address, as Telegram's groups do when they grow, so that what is kept of it follows. */
@FunctionalInterface
public interface Relocates {

    /** May be told twice; must then lead to the same. */
    void relocate(Address from, Address to);
}
