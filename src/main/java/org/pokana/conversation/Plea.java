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
    static Phrase which(List<Offer> candidates) {
        var named = candidates.subList(0, Math.min(MOST_NAMED, candidates.size()));
        return phrase("conversation.which-one", listed(named));
    }

    /** One of these, in full, as a yes is not enough for them; empty when they are too many to name. */
    static Optional<Phrase> sayPlainly(List<Offer> answers) {
        return answers.isEmpty() || answers.size() > MOST_NAMED
                ? Optional.empty()
                : Optional.of(phrase("conversation.say-plainly", listed(answers)));
    }

    private static Phrase listed(List<Offer> offers) {
        return offers.stream()
                .map(offer -> phrase("conversation.quoted", offer.label()))
                .reduce((some, another) -> phrase("conversation.or", some, another))
                .orElseThrow();
    }
}
