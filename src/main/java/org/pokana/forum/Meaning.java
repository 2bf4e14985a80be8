package org.pokana.forum;

import java.util.List;
import java.util.Optional;
import org.pokana.forum.Vocabulary.Kind;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/**
 * Finds out which forums somebody means. A text with a single word that is not about forums is left to others, so that
 * "where is the labour office in Haskovo" is not answered with a forum.
 */
@Component
class Meaning {

    private final Vocabulary vocabulary;
    private final Words words;

    Meaning(Vocabulary vocabulary, Words words) {
        this.vocabulary = vocabulary;
        this.words = words;
    }

    /** The forums meant, none if there is none such; and whether the person wants to be registered. */
    record Meant(List<Forum> forums, boolean registration) {}

    Optional<Meant> of(String text, List<Forum> upcoming) {
        var reading = reading(text, upcoming);
        if (!reading.isClear() || !reading.isSpecific() && !reading.asksForDates()) {
            return Optional.empty();
        }
        boolean asks = reading.says(Kind.WHEN, Kind.DETAIL);
        return Optional.of(new Meant(reading.meant(), reading.says(Kind.REGISTER) && !asks));
    }

    /** The forums named in words that say nothing but which; none if they name none, empty if they say more. */
    Optional<List<Forum>> ofWhich(String text, List<Forum> upcoming) {
        var reading = reading(text, upcoming);
        return reading.isClear() ? Optional.of(reading.namesAny() ? reading.meant() : List.of()) : Optional.empty();
    }

    /** What somebody means who was asked to choose a forum. */
    Optional<Forum> choice(String text, List<Forum> offered) {
        var reading = reading(text, offered);
        return reading.isClear() && reading.namesAny()
                ? Optional.of(reading.meant())
                        .filter(meant -> meant.size() == 1)
                        .map(meant -> meant.get(0))
                : Optional.empty();
    }

    private Reading reading(String text, List<Forum> forums) {
        return new Reading(vocabulary, new Towns(words, forums), forums, text);
    }
}
