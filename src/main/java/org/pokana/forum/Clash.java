package org.pokana.forum;

import static org.pokana.kernel.Phrase.phrase;

import java.util.Comparator;
import java.util.Optional;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Phrase;

/** Warns somebody who has a seat at another forum at the same time, before they take one more. */
final class Clash {

    private Clash() {}

    /** The remark, with the warning before it if there is anything to warn of. */
    static Phrase before(Phrase remark, Forum forum, ContactId who, Registrations registrations, Forums forums) {
        return with(forum, who, registrations, forums)
                .map(other -> phrase("register.clash", other.title(), Facts.when(other), remark))
                .orElse(remark);
    }

    /** The first forum at the same time at which they have a seat. */
    static Optional<Forum> with(Forum forum, ContactId who, Registrations registrations, Forums forums) {
        return registrations.of(who).stream()
                .filter(Registration::isConfirmed)
                .flatMap(held -> forums.find(held.forum()).stream())
                .filter(other -> overlap(forum, other))
                .min(Comparator.comparing(Forum::starts));
    }

    private static boolean overlap(Forum forum, Forum other) {
        return !other.id().equals(forum.id())
                && !other.isCancelled()
                && other.starts().isBefore(forum.ends())
                && forum.starts().isBefore(other.ends());
    }
}
