package org.pokana.forum;

import static org.pokana.conversation.Questions.number;
import static org.pokana.conversation.Questions.oneOf;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** An organizer keeps some of a forum's seats for one group of people until a certain day. */
@Component
class ReserveSeats implements Flow {

    private final Planned planned;
    private final Registrations registrations;
    private final Vocabulary vocabulary;
    private final Clock clock;

    ReserveSeats(Planned planned, Registrations registrations, Vocabulary vocabulary, Clock clock) {
        this.planned = planned;
        this.registrations = registrations;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "reserve";
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
        var group = talk.ask(
                oneOf("group", Groups.KEYS, key -> key, Groups::named, forum.title(), ShareWords.rules(forum)));
        int seats = talk.ask(number("count", 0, most(forum, group)));
        var before = seats > 0
                ? talk.ask(new KeptUntil(forum, vocabulary, clock.instant()))
                : Duration.ofMinutes(Allotment.of(forum).endsBefore());
        return done(
                talk,
                registrations
                        .allot(forum.id(), rules -> rules.reserving(group, seats, before))
                        .orElse(forum));
    }

    /** No more in all than there are. */
    private static int most(Forum forum, String group) {
        var allotment = Allotment.of(forum);
        int others = allotment.reservedInAll() - allotment.reserved().getOrDefault(group, 0);
        return Math.max(0, forum.capacity() - others);
    }

    private Ending done(Talk talk, Forum forum) {
        return talk.end(talk.line("done", forum.title(), ShareWords.rules(forum))
                .with(
                        Choice.to("reserve", forum.id()),
                        Choice.to("per_organisation", forum.id()),
                        Choice.to("places", forum.id()),
                        Choice.to("waiting", forum.id()),
                        Facts.menu()));
    }
}
