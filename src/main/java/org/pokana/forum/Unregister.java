package org.pokana.forum;

import static org.pokana.conversation.Questions.sure;
import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.springframework.stereotype.Component;

/** Gives a seat or a place in line back, after asking once. */
@Component
class Unregister implements Flow {

    private final Mine mine;
    private final Registrations registrations;
    private final Clock clock;

    Unregister(Mine mine, Registrations registrations, Clock clock) {
        this.mine = mine;
        this.registrations = registrations;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "unregister";
    }

    @Override
    public Ending hold(Talk talk) {
        var meant = mine.meant(talk).orElse(null);
        if (meant == null) {
            return mine.which(talk, name());
        }
        var forum = meant.forum();
        var registration = meant.registration();
        if (forum.isOver(clock.instant())) {
            return talk.goOnWith("forum", forum.id());
        }
        if (registration.hasArrived()) {
            return talk.end(talk.line("arrived", forum.title()).with(Choice.to("forum", forum.id()), Facts.menu()));
        }
        if (registration.isActive()
                && !talk.ask(sure(
                        name(),
                        "sure",
                        forum.title(),
                        Facts.when(forum),
                        registration.isWaiting() ? Facts.position(registrations.position(registration)) : "",
                        registration.status().name()))) {
            return talk.end(talk.line("kept", forum.title())
                    .with(Choice.to("my"), Choice.to("forum", forum.id()), Facts.menu()));
        }
        registrations.release(forum.id(), talk.with());
        var phrase = registration.awaitsSeat() ? "left-line" : "done";
        return talk.end(talk.line(phrase, forum.title())
                .with(
                        Choice.to(phrase("unregister.undo"), "register", forum.id(), Register.AGAIN)
                                .as(Tone.GOOD),
                        Facts.all()));
    }
}
