package org.pokana.conversation;

import org.jspecify.annotations.Nullable;

/** Proof that a flow came to an end; only {@link Talk} makes one. */
public final class Ending {

    static final Ending REACHED = new Ending(null);

    /** The command that goes on from here. */
    final @Nullable String then;

    private Ending(@Nullable String then) {
        this.then = then;
    }

    static Ending then(String command) {
        return new Ending(command);
    }
}
