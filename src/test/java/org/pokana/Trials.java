package org.pokana;

/** How often something is tried: a few times in every build, the full number in the endurance run. */
public final class Trials {

    private static final boolean ALL = Integer.getInteger("pokana.faults", 1) > 1;

    private Trials() {}

    public static boolean all() {
        return ALL;
    }

    public static int of(int usual, int full) {
        return ALL ? full : usual;
    }
}
