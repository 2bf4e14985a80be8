package org.pokana.forum;

import static org.pokana.conversation.Questions.sure;
import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/**
 * Gives a seat or a place in line back after asking once; a seat also at one tap, where it was asked whether they come:
 * while registration is open, they can take one back as long as one is free. A place in line could not be given back.
 */
@Component
class Unregister implements Flow {

    /** Before the count of {@link Registration#joins}: an old button never gives up what was registered anew. */
    private static final String AT_ONCE = "!";

    private final Mine mine;
    private final Registrations registrations;
    private final Clock clock;

    Unregister(Mine mine, Registrations registrations, Clock clock) {
        this.mine = mine;
        this.registrations = registrations;
        this.clock = clock;
    }

    /** For a message that asks this one whether they come. */
    static Choice atOnce(Phrase label, Forum forum, Registration own) {
        return Choice.to(label, "unregister", forum.id(), AT_ONCE + own.joins());
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
        if (registration.isActive() && !isSaid(talk, meant) && !isSure(talk, meant)) {
            return talk.end(talk.line("kept", forum.title())
                    .with(Choice.to("my"), Choice.to("forum", forum.id()), Facts.menu()));
        }
        return released(talk, meant);
    }

    private boolean isSaid(Talk talk, Mine.Held meant) {
        var registration = meant.registration();
        return registration.isConfirmed()
                && meant.forum().isOpen(clock.instant())
                && talk.opening().endsWith(" " + AT_ONCE + registration.joins());
    }

    private boolean isSure(Talk talk, Mine.Held meant) {
        var registration = meant.registration();
        return talk.ask(sure(
                name(),
                "sure",
                meant.forum().title(),
                Facts.when(meant.forum()),
                registration.isWaiting() ? Facts.position(registrations.position(registration)) : "",
                registration.status().name()));
    }

    private Ending released(Talk talk, Mine.Held meant) {
        var forum = meant.forum();
        registrations.release(forum.id(), talk.with());
        var phrase = meant.registration().awaitsSeat() ? "left-line" : "done";
        return talk.end(talk.line(phrase, forum.title())
                .with(
                        Choice.to(phrase("unregister.undo"), "register", forum.id(), Register.AGAIN)
                                .as(Tone.GOOD),
                        Facts.all()));
    }
}
