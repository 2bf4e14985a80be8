package org.pokana.conversation;

import org.jspecify.annotations.Nullable;

/** Proof that a flow came to an end; only {@link Talk} makes one. */
public final class Ending {

    static final Ending REACHED = new Ending(null, false);
    static final Ending CHOOSING = new Ending(null, true);

    /** The command that goes on from here. */
    final @Nullable String then;

    /** Whether the person is to choose something before whatever was interrupted goes on. */
    final boolean choosing;

    private Ending(@Nullable String then, boolean choosing) {
        this.then = then;
        this.choosing = choosing;
    }

    static Ending then(String command) {
        return new Ending(command, false);
    }
}
