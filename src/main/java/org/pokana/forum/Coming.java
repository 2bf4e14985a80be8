package org.pokana.forum;

import java.time.Clock;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.springframework.stereotype.Component;

/** The person says that they will come, as reminders ask them to. */
@Component
class Coming implements Flow {

    private final Forums forums;
    private final Registrations registrations;
    private final Mine mine;
    private final Clock clock;

    Coming(Forums forums, Registrations registrations, Mine mine, Clock clock) {
        this.forums = forums;
        this.registrations = registrations;
        this.mine = mine;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "coming";
    }

    @Override
    public Ending hold(Talk talk) {
        var forum = forums.find(talk.opening()).orElse(null);
        if (forum == null) {
            return mine.which(talk, name());
        }
        if (forum.isCancelled() || forum.isOver(clock.instant())) {
            return talk.end(talk.line("too-late", forum.title()).with(Facts.all()));
        }
        if (registrations.coming(forum.id(), talk.with())) {
            return talk.end(talk.line("done", forum.title(), Facts.when(forum), Facts.place(forum))
                    .with(
                            Choice.to("place", forum.id()),
                            Choice.to("agenda", forum.id()),
                            Facts.delegate(forum),
                            Facts.giveUp(forum),
                            Facts.menu()));
        }
        var known = registrations.find(forum.id(), talk.with());
        if (known.filter(Registration::isOffered).isPresent()) {
            return talk.goOnWith("accept", forum.id());
        }
        return known.filter(Registration::isWaiting)
                .map(waiting ->
                        talk.end(talk.line("waiting", forum.title(), Facts.position(registrations.position(waiting)))
                                .with(Choice.to("my"), Facts.leaveLine(forum), Facts.all())))
                .orElseGet(() -> talk.end(talk.line("not-registered", forum.title())
                        .with(Choice.to("register", forum.id()).as(Tone.GOOD), Facts.all())));
    }
}
