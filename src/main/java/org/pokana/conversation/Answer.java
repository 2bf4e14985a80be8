package org.pokana.conversation;

import org.jspecify.annotations.Nullable;

/** What the person wrote or, if they chose one of the choices, picked. */
public record Answer(String text, @Nullable String pick) {

    public static Answer saying(String text) {
        return new Answer(text, null);
    }

    public static Answer picking(String pick) {
        return new Answer("", pick);
    }
}
