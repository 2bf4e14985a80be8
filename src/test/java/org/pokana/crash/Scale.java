package org.pokana.crash;

/** How much is tried: enough to see a fault before a change lands, or as often as it takes to believe that there is none. */
final class Scale {

    private static final boolean ENDURANCE = Boolean.getBoolean("pokana.endurance");

    private Scale() {}

    /** A system property of this name wins over both. */
    static int of(String name, int usual, int endurance) {
        return Integer.getInteger(name, ENDURANCE ? endurance : usual);
    }

    static long seed() {
        return Long.getLong("crash.seed", System.nanoTime());
    }
}
