package org.pokana.forum;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** Somebody will come, but late: {@code /late <forum> [minutes]}; those at the door see it. */
@Component
class SayLate implements Flow {

    private static final String IN_TIME = "0";

    private final Forums forums;
    private final Registrations registrations;
    private final Delays delays;
    private final Mine mine;
    private final Clock clock;

    SayLate(Forums forums, Registrations registrations, Delays delays, Mine mine, Clock clock) {
        this.forums = forums;
        this.registrations = registrations;
        this.delays = delays;
        this.mine = mine;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "late";
    }

    @Override
    public Ending hold(Talk talk) {
        var opening = talk.opening().split(" ", 2);
        var forum = forums.find(opening[0]).orElse(null);
        if (forum == null) {
            return mine.which(talk, name());
        }
        if (forum.isCancelled() || forum.isOver(clock.instant()) || !isExpected(talk, forum)) {
            return talk.goOnWith("forum", forum.id());
        }
        if (opening.length == 2 && opening[1].equals(IN_TIME)) {
            delays.takeBack(forum, talk.with());
            return talk.end(talk.line("in-time", forum.title(), Facts.when(forum), Facts.place(forum))
                    .with(Choice.to("forum", forum.id()), Facts.menu()));
        }
        return late(talk, forum, talk.ask(new LateBy(forum)));
    }

    private boolean isExpected(Talk talk, Forum forum) {
        return registrations
                .find(forum.id(), talk.with())
                .filter(registration -> registration.isConfirmed() && !registration.hasArrived())
                .isPresent();
    }

    /** Whoever will be late will come. */
    private Ending late(Talk talk, Forum forum, int minutes) {
        registrations.coming(forum.id(), talk.with());
        delays.note(forum, talk.with(), minutes);
        return talk.end(talk.line("done", minutes, forum.title(), Facts.when(forum), Facts.place(forum))
                .with(
                        Choice.to(phrase("late.in-time-after-all"), name(), forum.id(), IN_TIME),
                        Facts.giveUp(forum),
                        Facts.menu()));
    }
}
