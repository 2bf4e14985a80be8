package org.pokana.conversation;

import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import java.util.Optional;
import org.pokana.conversation.Shown.Offer;
import org.pokana.kernel.Phrase;

/** What we ask for when an answer is not clear enough to be taken for one. */
final class Plea {

    private static final int MOST_NAMED = 5;

    private Plea() {}

    /** Between these. */
    static Optional<Phrase> which(List<Offer> candidates) {
        return named(
                "conversation.which-one", candidates.stream().limit(MOST_NAMED).toList());
    }

    /** One of these, in full; a yes is not enough for them. */
    static Optional<Phrase> sayPlainly(List<Offer> answers) {
        return named("conversation.say-plainly", answers);
    }

    private static Optional<Phrase> named(String phrase, List<Offer> offers) {
        if (offers.size() > MOST_NAMED) {
            return Optional.empty();
        }
        return offers.stream()
                .map(offer -> phrase("conversation.quoted", offer.label()))
                .reduce((some, another) -> phrase("conversation.or", some, another))
                .map(list -> phrase(phrase, list));
    }
}
