package org.pokana.messaging;

/** Who listens where many talk, such as in a group: nobody's own talk is held there. */
@FunctionalInterface
public interface RoomEar {

    /** May be called again for the same message after a crash; must then lead to the same. */
    void hear(Incoming incoming);
}
