package org.pokana.forum;

import static org.pokana.conversation.Questions.choice;
import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** The last word of an organizer before a change of a forum, and whether people hear of it in the night. */
@Component
class Telling {

    private final Registrations registrations;
    private final List<ChangeWatch> watches;
    private final Clock clock;

    Telling(Registrations registrations, List<ChangeWatch> watches, Clock clock) {
        this.registrations = registrations;
        this.watches = watches;
        this.clock = clock;
    }

    /** What the organizer decided; labelled by the flow's phrases {@code <flow>.sure.<decision>}. */
    enum Decision {
        NO,
        YES,
        MORNING,
        AT_ONCE;

        /** A bare yes is not enough to end something for good, so its pick is another word. */
        private String pick(Tone tone) {
            return this == YES && tone == Tone.DANGER ? "off" : said();
        }

        private String said() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private Choice choice(String flow, Tone tone) {
            return new Choice(pick(tone), phrase(flow + ".sure." + said()), this == NO ? Tone.PLAIN : tone);
        }
    }

    /**
     * Asks under a name of its own for each change; the choice that changes nothing comes first.
     *
     * @param tone how serious the change is
     * @param start when the forum will begin
     * @param facts fill the gaps of the question after how many are told, and when
     */
    Decision sure(Talk talk, String flow, String name, Tone tone, Forum forum, Instant start, Object... facts) {
        var told = told(forum);
        int concerned = told.size();
        boolean asks = concerned > 0 && Night.canWait(clock.instant(), forum, start);
        var decisions =
                asks ? List.of(Decision.NO, Decision.MORNING, Decision.AT_ONCE) : List.of(Decision.NO, Decision.YES);
        var people = phrase(
                "telling.people",
                concerned,
                told.stream().filter(Registration::awaitsSeat).count());
        var picked = talk.ask(choice(
                name,
                decisions.stream().map(decision -> decision.choice(flow, tone)).toList(),
                Stream.concat(Stream.of(people, night(forum, asks, concerned)), Stream.of(facts))
                        .toArray()));
        return decisions.stream()
                .filter(decision -> decision.pick(tone).equals(picked))
                .findFirst()
                .orElseThrow();
    }

    private Phrase night(Forum forum, boolean asks, int concerned) {
        if (concerned == 0 || !Night.is(clock.instant(), forum)) {
            return verbatim("");
        }
        return phrase(asks ? "telling.which" : "telling.near");
    }

    /** Those who can wait are told by the first {@link Registrations#tellOfChanges} in the morning. */
    Phrase tell(Talk talk, Forum changed, Decision decision) {
        watches.forEach(watch -> watch.changed(changed, talk.with(), talk.address()));
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
