package org.pokana.forum;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pokana.forum.Shares.Obstacle;
import org.pokana.kernel.Phrase;

/** How it is said for whom seats are kept, and why somebody does not get one. */
final class ShareWords {

    private ShareWords() {}

    /** For organizers, on lines of their own. */
    static Phrase rules(Forum forum) {
        return rules(forum, Allotment.of(forum));
    }

    /** The same if they were shared out so. */
    static Phrase rules(Forum forum, Allotment allotment) {
        var kept = allotment.reserved().isEmpty()
                ? phrase("shares.none-kept")
                : phrase("shares.kept", groups(allotment.reserved()), until(forum, allotment));
        return phrase("forum.lines", kept, phrase("shares.most", allotment.mostOfOne()));
    }

    /** For everybody who may register: which of the free seats are kept, and until when; nothing if none is. */
    static Phrase kept(Shares shares) {
        var kept = shares.kept();
        return kept.isEmpty()
                ? verbatim("")
                : phrase("shares.free-kept", groups(kept), until(shares.forum(), Allotment.of(shares.forum())));
    }

    private static String until(Forum forum, Allotment allotment) {
        return Facts.dayAndHour(allotment.until(forum).atZone(forum.zone()));
    }

    private static Phrase groups(Map<String, Integer> seats) {
        return Groups.KEYS.stream()
                .filter(seats::containsKey)
                .map(group -> phrase("shares.group", Groups.named(group), seats.getOrDefault(group, 0)))
                .reduce((some, another) -> phrase("forum.and", some, another))
                .orElseThrow();
    }

    /** One of the phrases that differ by why somebody does not get a seat; the plain one if all are simply taken. */
    static String by(Optional<Obstacle> obstacle, String plain) {
        return obstacle.filter(why -> why != Obstacle.FULL)
                .map(why -> plain + "-" + why.name().toLowerCase(Locale.ROOT))
                .orElse(plain);
    }
}
