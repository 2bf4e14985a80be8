package org.pokana.conversation;

import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import java.util.Optional;
import org.pokana.conversation.Shown.Offer;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Phrase;

/** What we ask for when an answer is not clear enough to be taken for one. */
final class Plea {

    private static final int MOST_NAMED = 5;
    private static final int A_FEW = 3;

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

    /**
     * Asks in other words each time: as the question says it, then with the likeliest answers, then with the way to a
     * person; and so on, so that nobody is ever told the same twice.
     */
    static Turn insisting(Turn turn, int misses, List<Offer> likely) {
        if (misses < 2) {
            return turn;
        }
        var said = turn.says().get(0).phrase();
        if (misses % 2 == 1) {
            return turn.pleading(phrase("conversation.stuck", said), List.of())
                    .offering(Choice.to("person").as(Tone.AWAY));
        }
        var named = likely.subList(0, Math.min(A_FEW, likely.size()));
        return named.size() < 2
                ? turn.pleading(phrase("conversation.again", said), List.of())
                : turn.pleading(
                        phrase("conversation.perhaps", listed(named)),
                        named.stream().map(Offer::pick).toList());
    }

    private static Phrase listed(List<Offer> offers) {
        return offers.stream()
                .map(offer -> phrase("conversation.quoted", offer.label()))
                .reduce((some, another) -> phrase("conversation.or", some, another))
                .orElseThrow();
    }
}
