package org.pokana.store;

/** What the store wants done from time to time; a real MongoDB wants nothing from us. */
public interface Upkeep {

    /** Copies everything to the backups, consistent as of one moment; hourly. */
    default void backup() {}

    /** Gives unused space back; writers wait for some seconds, so at night. */
    default void compact() {}

    /** Whether no second instance can use the store, so that whatever is leased at start was left by a crash. */
    default boolean servesOneInstance() {
        return false;
    }
}
