package org.pokana.messaging;

/** Who listens to what the {@link Inbox} received: one message of a person at a time, in order. */
@FunctionalInterface
public interface Ear {

    /** May be called again for the same message after a crash; must then lead to the same. */
    void hear(Incoming incoming);
}
