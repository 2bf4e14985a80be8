package org.pokana.forum;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.time.Clock;
import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.forum.Mine.Held;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** Somebody stands at the door and checks themselves in with the code that is shown there. */
@Component
class Arrive implements Flow {

    private final Forums forums;
    private final Registrations registrations;
    private final Mine mine;
    private final Meaning meaning;
    private final DoorCodes codes;
    private final Arrivals arrivals;
    private final Clock clock;

    Arrive(
            Forums forums,
            Registrations registrations,
            Mine mine,
            Meaning meaning,
            DoorCodes codes,
            Arrivals arrivals,
            Clock clock) {
        this.forums = forums;
        this.registrations = registrations;
        this.mine = mine;
        this.meaning = meaning;
        this.codes = codes;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "door";
    }

    @Override
    public boolean linkable() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        if (talk.contact().may(Role.DOOR)) {
            return talk.goOnWith("door_code", talk.opening());
        }
        var forum = forums.find(talk.opening()).or(() -> own(talk)).orElse(null);
        if (forum == null) {
            return talk.end(talk.line("none").with(Choice.to("my"), Facts.all()));
        }
        if (clock.instant().isBefore(forum.doorOpens()) && !forum.isCancelled()) {
            return talk.end(
                    talk.line("too-early", forum.title(), forum.doorOpens().atZone(forum.zone()))
                            .with(Choice.to("forum", forum.id()), Choice.to("my"), Facts.menu()));
        }
        return forum.isAtTheDoor(clock.instant()) ? arrive(talk, forum) : talk.goOnWith("forum", forum.id());
    }

    /** The one they are registered for that is near; else the next, to say when it is. */
    private Optional<Forum> own(Talk talk) {
        var held = mine.upcoming(talk.with()).stream().map(Held::forum).toList();
        var near = held.stream()
                .filter(forum -> forum.isAtTheDoor(clock.instant()))
                .toList();
        return near.size() > 1
                ? Optional.of(talk.ask(new WhichForum(near, forums::find, meaning)))
                : near.stream().findFirst().or(() -> held.stream().findFirst());
    }

    private Ending arrive(Talk talk, Forum forum) {
        var registration = registrations
                .find(forum.id(), talk.with())
                .filter(Registration::isActive)
                .orElse(null);
        if (registration == null) {
            return noSeat(talk, forum);
        }
        if (registration.isWaiting()) {
            var position = Facts.position(registrations.position(registration));
            return talk.end(talk.line("waiting", forum.title(), position).with(Choice.to("my"), Facts.all()));
        }
        if (registration.isOffered()) {
            return talk.goOnWith("accept", forum.id());
        }
        return registration.hasArrived()
                ? welcome(talk, "already", forum, registration)
                : ask(talk, forum, registration);
    }

    private Ending noSeat(Talk talk, Forum forum) {
        var line = talk.line("no-seat", forum.title());
        if (forum.isOpen(clock.instant())) {
            line = line.with(Choice.to("register", forum.id()).as(Tone.GOOD));
        } else if (forum.takesWalkIns(clock.instant())) {
            line = line.with(Facts.askAtDoor(forum));
        }
        return talk.end(line.with(Choice.to("forum", forum.id()), Facts.all()));
    }

    private Ending ask(Talk talk, Forum forum, Registration registration) {
        var wrong = Optional.ofNullable(registration.wrongCodes());
        if (wrong.filter(codes -> codes.mustWait(clock.instant())).isPresent()) {
            return talk.end(talk.line("wait", WrongCodes.PAUSE.toMinutes(), registration.number())
                    .with(Choice.to("forum", forum.id()), Choice.to("my"), Facts.menu()));
        }
        var code = talk.ask(new WhichCode(forum.title(), registration.number(), remark(wrong)));
        if (codes.opens(forum, code)) {
            return arrivals.checkIn(forum.id(), talk.with(), talk.with())
                    .map(arrived -> welcome(talk, "welcome", forum, arrived))
                    .orElseGet(() -> talk.goOnWith(name(), forum.id()));
        }
        arrivals.wrongCode(forum.id(), talk.with());
        return talk.goOnWith(name(), forum.id());
    }

    private static Phrase remark(Optional<WrongCodes> wrong) {
        return wrong.filter(codes -> codes.left() < WrongCodes.MOST_IN_A_ROW)
                .map(codes -> phrase("door.wrong", codes.left()))
                .orElse(verbatim(""));
    }

    private Ending welcome(Talk talk, String phrase, Forum forum, Registration registration) {
        return talk.end(
                talk.line(phrase, forum.title(), registration.number(), Facts.nowAndNext(forum, clock.instant()))
                        .with(Choice.to("agenda", forum.id()), Choice.to("forum", forum.id()), Facts.menu())
                        .thatLasts());
    }
}
