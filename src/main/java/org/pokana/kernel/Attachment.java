package org.pokana.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a line can carry besides words. */
public sealed interface Attachment {

    /** A small file made by us, such as a calendar entry; {@code type} is its media type. */
    record File(String name, String type, byte[] bytes) implements Attachment {}

    /**
     * Something short to copy with one tap, such as a registration number; where that cannot be, the words hold it too.
     *
     * @param label of what does it; null for one that names the text
     */
    record Copyable(String text, @Nullable Phrase label) implements Attachment {

        public Copyable(String text) {
            this(text, null);
        }
    }

    /** A place on the map. */
    record Place(Phrase title, Phrase address, double latitude, double longitude) implements Attachment {}

    /** Pictures, sounds and files that somebody sent us to pass on, in their order. */
    record Media(List<Item> items) implements Attachment {}

    /**
     * One of them.
     *
     * @param file what it is kept under
     * @param link where a browser finds it, for channels that carry no files
     */
    record Item(String file, Kind kind, String name, String type, long bytes, String link) {}

    /** How an item is shown; stored by name. */
    enum Kind {
        PHOTO,
        VIDEO,
        /** A video without sound that repeats. */
        ANIMATION,
        FILE,
        AUDIO,
        VOICE
    }
}
