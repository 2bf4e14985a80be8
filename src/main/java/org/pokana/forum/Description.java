package org.pokana.forum;

import java.util.List;
import org.pokana.kernel.Localized;

/** What a forum is about and for whom; nobody has to be told when it is put in other words. */
public record Description(Localized title, Localized summary, List<String> languages, List<String> groups) {

    public static Description of(Forum forum) {
        return new Description(forum.title(), forum.summary(), forum.languages(), forum.groups());
    }

    /** The forum as it would be. */
    public Forum in(Forum forum, int capacity) {
        return new Forum(
                forum.id(),
                title,
                summary,
                forum.city(),
                forum.municipality(),
                forum.venue(),
                forum.starts(),
                forum.ends(),
                forum.zone(),
                capacity,
                forum.seats(),
                forum.desk(),
                forum.version(),
                forum.changedAt(),
                forum.told(),
                forum.status(),
                groups,
                languages,
                forum.agenda(),
                forum.reminders(),
                forum.allotment());
    }
}
