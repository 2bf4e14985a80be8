package org.pokana.forum;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pokana.contact.Role;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Question;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** An organizer says how many seats of a forum one organisation may have. */
@Component
class LimitOrganisations implements Flow {

    private final Planned planned;
    private final Registrations registrations;
    private final Clock clock;

    LimitOrganisations(Planned planned, Registrations registrations, Clock clock) {
        this.planned = planned;
        this.registrations = registrations;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "per_organisation";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public Ending hold(Talk talk) {
        var forum = planned.meant(talk, talk.opening().strip()).orElse(null);
        if (forum == null || forum.isCancelled() || forum.hasStarted(clock.instant())) {
            return talk.end(talk.line("none").with(Facts.all(), Facts.menu()));
        }
        int most = talk.ask(new Most(forum));
        var limited =
                registrations.allot(forum.id(), rules -> rules.withAtMost(most)).orElse(forum);
        return talk.end(talk.line("done", forum.title(), ShareWords.rules(limited))
                .with(
                        Choice.to("reserve", forum.id()),
                        Choice.to("places", forum.id()),
                        Choice.to("waiting", forum.id()),
                        Facts.menu()));
    }

    /** Asks how many; none is as many as they like. */
    private record Most(Forum forum) implements Question<Integer> {

        private static final int MOST_OFFERED = 5;

        @Override
        public String name() {
            return "most";
        }

        @Override
        public List<Object> arguments() {
            return List.of(forum.title(), ShareWords.rules(forum));
        }

        @Override
        public List<Choice> choices() {
            var numbers = IntStream.rangeClosed(1, MOST_OFFERED)
                    .mapToObj(most -> new Choice(String.valueOf(most), phrase("per_organisation.number", most)));
            var any = Stream.of(new Choice("0", phrase("per_organisation.any")));
            return Stream.concat(numbers, any).toList();
        }

        @Override
        public boolean free() {
            return true;
        }

        @Override
        public Optional<Integer> understand(Answer answer) {
            var said = answer.pick() == null ? answer.text().strip() : answer.pick();
            return Allotment.most(said);
        }
    }
}
