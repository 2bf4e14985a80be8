package org.pokana.messaging;

import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Attachment.Item;

/**
 * A file that somebody sent because we asked for it, or why we do not have it.
 *
 * @param name what its sender called it, fit to be shown
 * @param item the file as we keep it
 * @param trouble what was wrong, if anything was
 * @param group the same for what was sent together
 */
public record Brought(
        String name,
        @Nullable Item item,
        @Nullable Trouble trouble,
        @Nullable String group) {

    /** Stored by name. */
    public enum Trouble {
        TOO_BIG,
        EMPTY,
        /** Its channel did not hand it out. */
        AWAY
    }
}
