package org.pokana.forum;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The card of one forum, with what this person can do about it now. */
@Component
public class Cards {

    private final Forums forums;
    private final Registrations registrations;
    private final Clock clock;
    private final List<Beside> beside;

    @Autowired
    Cards(Forums forums, Registrations registrations, Clock clock, List<Beside> beside) {
        this.forums = forums;
        this.registrations = registrations;
        this.clock = clock;
        this.beside = beside;
    }

    /** Where nothing goes along with a forum. */
    Cards(Forums forums, Registrations registrations, Clock clock) {
        this(forums, registrations, clock, List.of());
    }

    public Line of(Forum forum, ContactId who) {
        var own = registrations
                .find(forum.id(), who)
                .filter(Registration::isActive)
                .orElse(null);
        return Line.of(phrase(
                        "forum.card",
                        forum.title(),
                        Facts.when(forum),
                        Facts.place(forum),
                        Facts.languages(forum),
                        forum.summary(),
                        state(forum, own)))
                .with(choices(forum, own))
                .with(Facts.all(), Facts.menu());
    }

    private Phrase state(Forum forum, @Nullable Registration own) {
        var now = clock.instant();
        if (forum.isCancelled()) {
            return phrase("forum.state-cancelled", next());
        }
        if (forum.isOver(now)) {
            return phrase(own != null && own.hasArrived() ? "forum.state-was-there" : "forum.state-over", next());
        }
        if (own != null) {
            return own.isConfirmed() ? phrase(seated(forum, own), own.number()) : waiting(forum, own);
        }
        if (forum.hasStarted(now)) {
            return phrase("forum.state-started");
        }
        if (!forum.isOpen(now)) {
            return phrase("forum.state-closed");
        }
        return free(forum);
    }

    private int next() {
        return forums.upcoming(clock.instant()).size();
    }

    private Phrase free(Forum forum) {
        var shares = registrations.shares(forum);
        boolean anyKept = !shares.kept().isEmpty();
        var kept = ShareWords.kept(shares);
        if (forum.isFull()) {
            return anyKept ? phrase("forum.state-line", kept) : phrase("forum.state-full", forum.capacity());
        }
        var open = phrase("forum.state-open", Facts.seats(forum));
        return anyKept ? phrase("forum.lines", open, kept) : open;
    }

    private Phrase waiting(Forum forum, Registration own) {
        var offer = own.offer();
        return own.isOffered() && offer != null
                ? phrase("forum.state-offered", offer.until().atZone(forum.zone()))
                : phrase(
                        ShareWords.by(registrations.shares(forum).against(own.profile()), "forum.state-waiting"),
                        Facts.position(registrations.position(own)));
    }

    private String seated(Forum forum, Registration own) {
        if (own.hasArrived()) {
            return "forum.state-here";
        }
        return forum.isAtTheDoor(clock.instant()) ? "forum.state-door" : "forum.state-mine";
    }

    private List<Choice> choices(Forum forum, @Nullable Registration own) {
        var now = clock.instant();
        var choices = new ArrayList<Choice>();
        if (forum.isCancelled() || forum.isOver(now)) {
            choices.addAll(goesAlong(forum, own));
            choices.addAll(Facts.buttons(forums.upcoming(now)));
            return choices.subList(0, Math.min(Facts.MOST_OFFERED, choices.size()));
        }
        if (own == null) {
            choices.addAll(toComeIn(forum));
        } else if (own.isOffered()) {
            choices.add(Facts.accept(forum));
        } else if (own.isConfirmed() && !own.hasArrived() && forum.isAtTheDoor(now)) {
            choices.add(Choice.to("door", forum.id()).as(Tone.GOOD));
        }
        if (!forum.agenda().isEmpty()) {
            choices.add(Choice.to("agenda", forum.id()));
        }
        if (forum.venue().onMap()) {
            choices.add(Choice.to("place", forum.id()));
        }
        if (own != null && !own.hasArrived()) {
            choices.addAll(toChange(forum, own));
        }
        choices.addAll(goesAlong(forum, own));
        return choices;
    }

    private List<Choice> goesAlong(Forum forum, @Nullable Registration own) {
        return beside.stream().flatMap(each -> each.onCard(forum, own).stream()).toList();
    }

    private List<Choice> toComeIn(Forum forum) {
        var now = clock.instant();
        if (forum.takesWalkIns(now)) {
            return List.of(Facts.askAtDoor(forum));
        }
        if (!forum.isOpen(now)) {
            return List.of();
        }
        return List.of(
                forum.isFull() && registrations.shares(forum).kept().isEmpty()
                        ? Choice.to(phrase("forum.waiting-list"), "register", forum.id())
                        : Choice.to("register", forum.id()).as(Tone.GOOD));
    }

    private List<Choice> toChange(Forum forum, Registration own) {
        var choices = new ArrayList<Choice>();
        choices.add(Choice.to("change", forum.id()));
        if (own.isConfirmed() && !forum.hasStarted(clock.instant())) {
            choices.add(Facts.delegate(forum));
        }
        choices.add(Facts.leave(forum, own));
        return choices;
    }
}
