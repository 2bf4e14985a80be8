package org.pokana.announcement;

import static org.pokana.conversation.Questions.choice;
import static org.pokana.conversation.Questions.text;
import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Question;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.messaging.QuietHours;
import org.springframework.stereotype.Component;

/** Asks what is special about an announcement: when, until when, how it is marked. */
@Component
class Conditions {

    static final int LONGEST_REASON = 120;

    private final Timekeeper timekeeper;
    private final AnnouncementSettings settings;
    private final Clock clock;

    Conditions(Timekeeper timekeeper, AnnouncementSettings settings, Clock clock) {
        this.timekeeper = timekeeper;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param round tells apart the questions that are asked several times */
    Terms ask(Talk talk, int round, Letter letter) {
        var audience = letter.audience();
        var terms = letter.terms();
        var what = talk.ask(choice(numbered("more", round), kinds(audience, terms)));
        return switch (what) {
            case "when" -> terms.at(talk.ask(when(numbered("when", round), audience)));
            case "until" -> terms.notAfter(talk.ask(until(numbered("until", round), start(terms))));
            case "receipt" -> terms.withReceipt(!terms.receipt());
            case "standing" -> terms.standing(!terms.standing());
            case "urgent" -> terms.urgentBecause(talk.ask(text(numbered("why", round), LONGEST_REASON)));
            default -> terms;
        };
    }

    static String numbered(String question, int round) {
        return round == 1 ? question : question + "#" + round;
    }

    private List<Choice> kinds(Audience audience, Terms terms) {
        var kinds = new ArrayList<Choice>();
        kinds.add(new Choice("when", phrase("announce.more.when")));
        kinds.add(new Choice("until", phrase("announce.more.until")));
        kinds.add(
                new Choice("receipt", phrase(terms.receipt() ? "announce.more.no-receipt" : "announce.more.receipt")));
        if (audience.kind() == Audience.Kind.FORUM
                && timekeeper.followed(audience).isPresent()) {
            kinds.add(new Choice(
                    "standing", phrase(terms.standing() ? "announce.more.not-standing" : "announce.more.standing")));
        }
        if (terms.urgent() == null) {
            kinds.add(new Choice("urgent", phrase("announce.more.urgent")));
        }
        return kinds;
    }

    private Instant start(Terms terms) {
        return Optional.ofNullable(terms.timing()).flatMap(timekeeper::dueAt).orElseGet(clock::instant);
    }

    /** A moment by day, or a day near the forum that is written about. */
    private Question<Timing> when(String name, Audience audience) {
        return new Looking<>(name, () -> timekeeper.near(audience), true, this::timing);
    }

    private Optional<Timing> timing(Answer answer) {
        var pick = answer.pick();
        if (pick != null) {
            return Timing.parse(pick).filter(timing -> timekeeper.dueAt(timing).isPresent());
        }
        return moment(answer)
                .filter(moment ->
                        QuietHours.morningAfter(moment, settings.zone()).isEmpty())
                .map(Timing::at);
    }

    /** Later than the announcement leaves. */
    private Question<Instant> until(String name, Instant start) {
        return new Looking<>(name, List::of, true, answer -> moment(answer).filter(start::isBefore));
    }

    private Optional<Instant> moment(Answer answer) {
        var now = clock.instant();
        return WrittenMoment.read(answer.text(), now.atZone(settings.zone()).toLocalDate())
                .map(moment -> moment.atZone(settings.zone()).toInstant())
                .filter(now::isBefore);
    }
}
