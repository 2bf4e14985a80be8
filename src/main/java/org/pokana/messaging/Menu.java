package org.pokana.messaging;

import java.util.List;
import org.pokana.kernel.Phrase;

/** The commands a channel shows people, in order: what everybody sees, and what organizers see besides. */
public record Menu(List<Entry> everybody, List<Entry> organizers) {

    /** @param command without its slash: {@code forums} */
    public record Entry(String command, Phrase description) {}
}
