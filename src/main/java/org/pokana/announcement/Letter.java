package org.pokana.announcement;

import java.util.List;
import org.pokana.kernel.Attachment.Item;
import org.pokana.kernel.Localized;

/** What people get to read and to see of an announcement. */
public record Letter(String id, Localized texts, List<Item> media, Audience audience, Terms terms) {

    static Letter of(Announcement announcement) {
        return new Letter(
                announcement.id(),
                announcement.texts(),
                announcement.items(),
                announcement.audience(),
                announcement.terms());
    }

    Letter on(Terms others) {
        return new Letter(id, texts, media, audience, others);
    }

    /** The same for the same, after a restart, too. */
    public int fingerprint() {
        return List.of(texts, media.stream().map(Item::file).toList(), audience.toString(), terms.toString())
                .hashCode();
    }
}
