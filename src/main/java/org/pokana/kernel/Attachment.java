package org.pokana.kernel;

/** What a line can carry besides words. */
public sealed interface Attachment {

    /** A small file made by us, such as a calendar entry; {@code type} is its media type. */
    record File(String name, String type, byte[] bytes) implements Attachment {}

    /** Something short to copy with one tap, such as a registration number; where that cannot be, the words hold it too. */
    record Copyable(String text) implements Attachment {}

    /** A place on the map. */
    record Place(Phrase title, Phrase address, double latitude, double longitude) implements Attachment {}
}
