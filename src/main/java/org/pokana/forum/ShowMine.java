package org.pokana.forum;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.forum.Mine.Held;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** What the person is registered for or waits for, each with what they can do about it. */
@Component
class ShowMine implements Flow {

    private static final int MOST_SHOWN = 8;

    private final Mine mine;
    private final Registrations registrations;
    private final Clock clock;

    ShowMine(Mine mine, Registrations registrations, Clock clock) {
        this.mine = mine;
        this.registrations = registrations;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "my";
    }

    @Override
    public boolean everywhere() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var upcoming = mine.upcoming(talk.with());
        if (upcoming.isEmpty()) {
            return talk.end(talk.line("empty").with(Choice.to("forums"), Facts.menu()));
        }
        if (upcoming.size() == 1) {
            return talk.end(line(talk, upcoming.get(0)).with(Facts.menu()));
        }
        var shown = upcoming.subList(0, Math.min(MOST_SHOWN, upcoming.size()));
        return talk.end(talk.line("list", Facts.lines(shown.stream().map(this::item)))
                .with(Facts.buttons(shown.stream().map(Held::forum).toList()))
                .with(Facts.menu()));
    }

    /** One of several; what can be done about it stands on its card. */
    private Phrase item(Held held) {
        var forum = Facts.label(held.forum());
        if (held.forum().isCancelled()) {
            return phrase("my.item-cancelled", forum);
        }
        var registration = held.registration();
        var offer = registration.offer();
        if (registration.isOffered() && offer != null) {
            return phrase(
                    "my.item-offered", forum, offer.until().atZone(held.forum().zone()));
        }
        return registration.isWaiting()
                ? phrase("my.item-waiting", forum, Facts.position(registrations.position(registration)))
                : phrase("my.item-confirmed", forum, registration.number());
    }

    private Line line(Talk talk, Held held) {
        var forum = held.forum();
        var registration = held.registration();
        if (forum.isCancelled()) {
            return talk.line("cancelled", forum.title()).with(Facts.all());
        }
        var card = Choice.to("forum", forum.id());
        var change = Choice.to("change", forum.id());
        var offer = registration.offer();
        if (registration.isOffered() && offer != null) {
            var until = offer.until().atZone(forum.zone());
            return talk.line("offered", forum.title(), Facts.when(forum), Facts.place(forum), until)
                    .with(Facts.accept(forum), card, change, Facts.pass(forum));
        }
        if (registration.isWaiting()) {
            return talk.line(
                            "waiting",
                            forum.title(),
                            Facts.when(forum),
                            Facts.place(forum),
                            Facts.position(registrations.position(registration)))
                    .with(card, change, Facts.leaveLine(forum));
        }
        var line = talk.line(
                "confirmed",
                forum.title(),
                Facts.when(forum),
                Facts.place(forum),
                registration.number(),
                registration.hasArrived() ? "here" : registration.coming() ? "yes" : "no");
        if (registration.hasArrived()) {
            return line.with(card, Choice.to("agenda", forum.id()));
        }
        return forum.isAtTheDoor(clock.instant())
                ? line.with(
                        Choice.to("door", forum.id()).as(Tone.GOOD), Facts.doorPass(forum), card, Facts.giveUp(forum))
                : line.with(
                        card,
                        change,
                        Facts.doorPass(forum),
                        Facts.letter(forum),
                        Facts.delegate(forum),
                        Facts.giveUp(forum));
    }
}
