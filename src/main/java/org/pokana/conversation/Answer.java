package org.pokana.conversation;

import org.jspecify.annotations.Nullable;
import org.pokana.messaging.Brought;

/**
 * What the person wrote or, if they chose one of the choices, picked.
 *
 * @param brought a file they sent to a question that {@linkplain Question#takesFiles takes} some; the text stands under it
 */
public record Answer(
        String text, @Nullable String pick, @Nullable Brought brought) {

    public static Answer saying(String text) {
        return new Answer(text, null, null);
    }

    public static Answer picking(String pick) {
        return new Answer("", pick, null);
    }

    public static Answer bringing(String text, Brought brought) {
        return new Answer(text, null, brought);
    }
}
