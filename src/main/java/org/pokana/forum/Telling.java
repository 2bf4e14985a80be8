package org.pokana.forum;

import static org.pokana.conversation.Questions.oneOf;
import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pokana.conversation.Question;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** The last word of an organizer before a change of a forum, and whether people hear of it in the night. */
@Component
class Telling {

    private final Registrations registrations;
    private final Clock clock;

    Telling(Registrations registrations, Clock clock) {
        this.registrations = registrations;
        this.clock = clock;
    }

    /** What the organizer decided; labelled by the flow's phrases {@code <flow>.sure.<decision>}. */
    enum Decision {
        YES,
        MORNING,
        AT_ONCE,
        NO;

        private String pick() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private Phrase label(String flow) {
            return phrase(flow + ".sure." + pick());
        }
    }

    /**
     * Asks under a name of its own for each change.
     *
     * @param start when the forum will begin
     * @param facts fill the gaps of the question after how many are told, and when
     */
    Question<Decision> sure(String flow, String name, Forum forum, Instant start, Object... facts) {
        var told = told(forum);
        int concerned = told.size();
        boolean asks = concerned > 0 && Night.canWait(clock.instant(), forum, start);
        var decisions =
                asks ? List.of(Decision.MORNING, Decision.AT_ONCE, Decision.NO) : List.of(Decision.YES, Decision.NO);
        var people = phrase(
                "telling.people",
                concerned,
                told.stream().filter(Registration::isWaiting).count());
        return oneOf(
                name,
                decisions,
                Decision::pick,
                decision -> decision.label(flow),
                Stream.concat(Stream.of(people, night(forum, asks, concerned)), Stream.of(facts))
                        .toArray());
    }

    private Phrase night(Forum forum, boolean asks, int concerned) {
        if (concerned == 0 || !Night.is(clock.instant(), forum)) {
            return verbatim("");
        }
        return phrase(asks ? "telling.which" : "telling.near");
    }

    /** Those who can wait are told by the first {@link Registrations#tellOfChanges} in the morning. */
    Phrase tell(Forum changed, Decision decision) {
        return decision == Decision.MORNING
                ? phrase("telling.morning", told(changed).size())
                : phrase("telling.now", registrations.tellOfChange(changed));
    }

    /** Guests have no chat to be told in. */
    private List<Registration> told(Forum forum) {
        return registrations.of(forum.id()).stream()
                .filter(registration -> !registration.isGuest())
                .toList();
    }
}
