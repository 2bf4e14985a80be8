package org.pokana.desk;

import org.pokana.contact.Contact;

/** Gives tests elsewhere the link that an organizer would get in the chat. */
public final class DeskKit {

    private DeskKit() {}

    /** From the path on. */
    public static String link(DeskLinks links, Contact who) {
        return links.forOne(who.id()).replaceFirst("^https?://[^/]+", "");
    }
}
