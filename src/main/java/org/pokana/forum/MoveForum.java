package org.pokana.forum;

import static org.pokana.conversation.Questions.moment;
import static org.pokana.conversation.Questions.oneOf;
import static org.pokana.conversation.Questions.yesNo;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Question;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** An organizer moves a forum to another day or hour; everybody concerned is told what was and what is. */
@Component
class MoveForum implements Flow {

    private final Forums forums;
    private final Registrations registrations;
    private final Clock clock;

    MoveForum(Forums forums, Registrations registrations, Clock clock) {
        this.forums = forums;
        this.registrations = registrations;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "move";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public Ending hold(Talk talk) {
        var forum = forums.find(talk.opening()).orElse(null);
        if (forum == null) {
            return which(talk);
        }
        if (forum.isCancelled() || forum.isOver(clock.instant())) {
            return talk.end(talk.line("gone").with(Facts.all()));
        }
        var start = talk.ask(
                new Sensible<>(moment("when", forum.title(), Facts.when(forum)), when -> isToCome(forum, when)));
        if (!talk.ask(sure(forum, start))) {
            return talk.end(talk.line("kept", forum.title(), Facts.when(forum)).with(Choice.to("forum", forum.id())));
        }
        return move(talk, forum, start);
    }

    private Ending which(Talk talk) {
        var upcoming = forums.upcoming(clock.instant());
        if (upcoming.isEmpty()) {
            return talk.end(talk.line("none").with(Facts.all()));
        }
        var forum = talk.ask(oneOf("forum", upcoming, Forum::id, Facts::label));
        return talk.goOnWith(name(), forum.id());
    }

    private boolean isToCome(Forum forum, LocalDateTime when) {
        return when.atZone(forum.zone()).toInstant().isAfter(clock.instant());
    }

    private Question<Boolean> sure(Forum forum, LocalDateTime start) {
        int waiting = registrations.waiting(forum.id());
        int registered = registrations.of(forum.id()).size() - waiting;
        return yesNo(name(), "sure", forum.title(), forum.startsAt(), start.atZone(forum.zone()), registered, waiting);
    }

    private Ending move(Talk talk, Forum forum, LocalDateTime start) {
        var moved = forums.move(forum.id(), start).filter(now -> !now.isCancelled());
        if (moved.isEmpty()) {
            return talk.end(talk.line("gone").with(Facts.all()));
        }
        int told = registrations.tellOfChange(moved.get());
        return talk.end(talk.line("done", forum.title(), Facts.when(moved.get()), told)
                .with(Choice.to("forum", forum.id()), Choice.to("forum_numbers")));
    }
}
