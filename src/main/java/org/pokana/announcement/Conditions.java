package org.pokana.announcement;

import static org.pokana.conversation.Questions.choice;
import static org.pokana.conversation.Questions.text;
import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Question;
import org.pokana.conversation.Talk;
import org.pokana.forum.Forum;
import org.pokana.kernel.Choice;
import org.pokana.messaging.QuietHours;
import org.springframework.stereotype.Component;

/** Asks what is special about an announcement: when, until when, for which part of the audience, how it is marked. */
@Component
class Conditions {

    private static final int MOST_OFFERED = 12;
    private static final int LONGEST_REASON = 120;

    private final Audiences audiences;
    private final Timekeeper timekeeper;
    private final AnnouncementSettings settings;
    private final Clock clock;

    Conditions(Audiences audiences, Timekeeper timekeeper, AnnouncementSettings settings, Clock clock) {
        this.audiences = audiences;
        this.timekeeper = timekeeper;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param round tells apart the questions that are asked several times */
    Terms ask(Talk talk, int round, Audience audience, Terms terms) {
        var what = talk.ask(choice(numbered("more", round), kinds(audience, terms)));
        return switch (what) {
            case "when" -> terms.at(talk.ask(new When(numbered("when", round), audience)));
            case "until" -> terms.notAfter(talk.ask(new Until(numbered("until", round), start(terms))));
            case "only" -> terms.with(terms.narrowing().only(part(talk, numbered("only", round), audience, terms)));
            case "except" ->
                terms.with(terms.narrowing().except(part(talk, numbered("except", round), audience, terms)));
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
        kinds.add(new Choice("only", phrase("announce.more.only")));
        kinds.add(new Choice("except", phrase("announce.more.except")));
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

    private Audience part(Talk talk, String question, Audience audience, Terms terms) {
        return Audience.parse(talk.ask(new Part(question, audience, terms.narrowing())))
                .orElseThrow();
    }

    /** Only what leaves somebody and leaves somebody out. */
    private final class Part implements Question<String> {

        private final String name;
        private final Audience audience;
        private final Narrowing narrowing;

        Part(String name, Audience audience, Narrowing narrowing) {
            this.name = name;
            this.audience = audience;
            this.narrowing = narrowing;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<Object> arguments() {
            return List.of();
        }

        @Override
        public List<Choice> choices() {
            var counts = audiences.count(audience, narrowing);
            int all = counts.getOrDefault(Audience.EVERYBODY, 0);
            return counts.entrySet().stream()
                    .filter(part -> part.getValue() > 0 && part.getValue() < all)
                    .sorted(Map.Entry.<Audience, Integer>comparingByValue().reversed())
                    .limit(MOST_OFFERED)
                    .map(part -> new Choice(
                            part.getKey().toString(),
                            phrase("announce.counted", audiences.name(part.getKey()), part.getValue())))
                    .toList();
        }

        @Override
        public boolean free() {
            return false;
        }

        @Override
        public Optional<String> understand(Answer answer) {
            return Optional.ofNullable(answer.pick())
                    .filter(pick -> Audience.parse(pick).isPresent());
        }
    }

    /** A moment by day, or a day near the forum that is written about. */
    private final class When implements Question<Timing> {

        private final String name;
        private final Audience audience;

        When(String name, Audience audience) {
            this.name = name;
            this.audience = audience;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<Object> arguments() {
            return List.of();
        }

        @Override
        public List<Choice> choices() {
            return timekeeper.followed(audience).stream()
                    .flatMap(forum -> near(forum).stream())
                    .toList();
        }

        private List<Choice> near(Forum forum) {
            return List.of(
                            offered(Timing.following(forum.id(), -1, 10), "announce.when.before"),
                            offered(Timing.following(forum.id(), 0, 8), "announce.when.same"),
                            offered(Timing.following(forum.id(), 1, 10), "announce.when.after"))
                    .stream()
                    .filter(choice -> Timing.parse(choice.pick())
                            .map(timing -> timing.dueAt(forum).isAfter(clock.instant()))
                            .orElse(false))
                    .toList();
        }

        private static Choice offered(Timing timing, String label) {
            return new Choice(timing.text(), phrase(label, timing.hour()));
        }

        @Override
        public boolean free() {
            return true;
        }

        @Override
        public Optional<Timing> understand(Answer answer) {
            var pick = answer.pick();
            if (pick != null) {
                return Timing.parse(pick)
                        .filter(timing -> timekeeper.dueAt(timing).isPresent());
            }
            return moment(answer)
                    .filter(moment ->
                            QuietHours.morningAfter(moment, settings.zone()).isEmpty())
                    .map(Timing::at);
        }
    }

    /** Later than the announcement leaves. */
    private final class Until implements Question<Instant> {

        private final String name;
        private final Instant start;

        Until(String name, Instant start) {
            this.name = name;
            this.start = start;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<Object> arguments() {
            return List.of();
        }

        @Override
        public List<Choice> choices() {
            return List.of();
        }

        @Override
        public boolean free() {
            return true;
        }

        @Override
        public Optional<Instant> understand(Answer answer) {
            return moment(answer).filter(start::isBefore);
        }
    }

    private Optional<Instant> moment(Answer answer) {
        var now = clock.instant();
        return WrittenMoment.read(answer.text(), now.atZone(settings.zone()).toLocalDate())
                .map(moment -> moment.atZone(settings.zone()).toInstant())
                .filter(now::isBefore);
    }
}
