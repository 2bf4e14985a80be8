package org.pokana.forum;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.pokana.contact.Contacts;
import org.pokana.contact.Profile;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.forum.Seating.AlreadyIn;
import org.pokana.forum.Seating.AlreadyWaiting;
import org.pokana.forum.Seating.Offered;
import org.pokana.forum.Seating.Seated;
import org.pokana.forum.Seating.Waiting;
import org.pokana.forum.Shares.Obstacle;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** Signs a person up for a forum; whoever is known has only to say that all is right. */
@Component
class Register implements Flow {

    /** Follows the forum's id where somebody takes back that they gave up their seat. */
    static final String AGAIN = "again";

    /** Follows the forum's id where somebody asks at the door to be let in. */
    static final String AT_THE_DOOR = "door";

    private final Forums forums;
    private final Registrations registrations;
    private final WalkIns walkIns;
    private final Contacts contacts;
    private final RegistrationConsent consent;
    private final Form form;
    private final Summary summary;
    private final Meaning meaning;
    private final Confirmation confirmation;
    private final Clock clock;

    Register(
            Forums forums,
            Registrations registrations,
            WalkIns walkIns,
            Contacts contacts,
            RegistrationConsent consent,
            Form form,
            Summary summary,
            Meaning meaning,
            Confirmation confirmation,
            Clock clock) {
        this.forums = forums;
        this.registrations = registrations;
        this.walkIns = walkIns;
        this.contacts = contacts;
        this.consent = consent;
        this.form = form;
        this.summary = summary;
        this.meaning = meaning;
        this.confirmation = confirmation;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "register";
    }

    @Override
    public boolean linkable() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var opening = talk.opening().split(" ", 2);
        var meant = forums.find(opening[0]);
        while (meant.isEmpty() || isClosed(talk, meant.get())) {
            meant.ifPresent(closed -> talk.say("forum-closed", closed.title()));
            var open = forums.openForRegistration();
            if (open.isEmpty()) {
                return talk.end(talk.line("nothing-open").with(Choice.to("forums"), Facts.menu()));
            }
            meant = Optional.of(talk.ask(new WhichForum(open, forums::find, meaning)));
        }
        var forum = meant.get();
        if (forum.isCancelled() || forum.isOver(clock.instant())) {
            return talk.goOnWith("forum", forum.id());
        }
        return opening.length > 1 && opening[1].equals(AGAIN) ? again(talk, forum) : register(talk, forum);
    }

    private boolean isClosed(Talk talk, Forum forum) {
        return !forum.isCancelled()
                && !forum.isOver(clock.instant())
                && !forum.isOpen(clock.instant())
                && !asksAtTheDoor(talk, forum)
                && !isIn(talk, forum);
    }

    private boolean asksAtTheDoor(Talk talk, Forum forum) {
        return talk.opening().equals(forum.id() + " " + AT_THE_DOOR) && forum.takesWalkIns(clock.instant());
    }

    private boolean isIn(Talk talk, Forum forum) {
        return registrations
                .find(forum.id(), talk.with())
                .filter(Registration::isActive)
                .isPresent();
    }

    /** Whoever just left has nothing to confirm. */
    private Ending again(Talk talk, Forum forum) {
        return registrations
                .find(forum.id(), talk.with())
                .filter(left -> consent.isKnown(talk))
                .map(left -> seat(talk, forum, left.profile()))
                .orElseGet(() -> register(talk, forum));
    }

    private Ending register(Talk talk, Forum forum) {
        if (isIn(talk, forum)) {
            return seat(talk, forum, talk.contact().profile());
        }
        if (!consent.given(talk)) {
            return talk.end(talk.line("no-consent").with(Choice.to("forum", forum.id()), Facts.all()));
        }
        var given = form.completed(talk, forum, talk.contact().profile());
        var obstacle = registrations.obstacle(forum, given);
        boolean waits = obstacle.isPresent() || asksAtTheDoor(talk, forum);
        var profile = summary.confirmed(
                talk,
                forum,
                given,
                phrase(waits ? "register.confirm.line" : "register.confirm.yes"),
                Clash.before(remark(talk, forum, obstacle), forum, talk.with(), registrations, forums));
        consent.keep(talk);
        contacts.learn(talk.with(), profile);
        return seat(talk, forum, profile);
    }

    private Phrase remark(Talk talk, Forum forum, Optional<Obstacle> obstacle) {
        if (asksAtTheDoor(talk, forum)) {
            return phrase("register.remark-door");
        }
        return obstacle.map(why -> phrase("register.remark-" + why.name().toLowerCase(Locale.ROOT)))
                .orElse(verbatim(""));
    }

    private Ending seat(Talk talk, Forum forum, Profile profile) {
        if (asksAtTheDoor(talk, forum) && walkIns.ask(forum.id(), talk.with(), profile) instanceof Waiting) {
            return talk.end(
                    talk.line("at-door", forum.title()).with(Choice.to("my"), Facts.leaveLine(forum), Facts.menu()));
        }
        var seating = registrations.register(forum.id(), talk.with(), profile);
        if (seating instanceof Seated seated) {
            return confirmation.of(talk, seated.forum(), seated.registration());
        }
        if (seating instanceof AlreadyIn in) {
            var number = in.registration().number();
            return talk.end(
                    talk.line("already-in", number, forum.title(), Facts.when(in.forum()), Facts.place(in.forum()))
                            .with(
                                    Choice.to("my"),
                                    Facts.giveUp(forum),
                                    Facts.delegate(forum),
                                    Choice.to("agenda", forum.id()),
                                    Facts.menu()));
        }
        if (seating instanceof Offered offered) {
            return talk.end(offered(talk, offered));
        }
        if (seating instanceof Waiting waiting) {
            return talk.end(
                    talk.line(inLine(forum, profile, "waiting"), forum.title(), Facts.position(waiting.position()))
                            .with(Choice.to("my"), Facts.leaveLine(forum), Facts.all())
                            .thatLasts());
        }
        if (seating instanceof AlreadyWaiting waiting) {
            return talk.end(talk.line(
                            inLine(forum, profile, "already-waiting"),
                            forum.title(),
                            Facts.position(waiting.position()))
                    .with(Choice.to("my"), Facts.leaveLine(forum), Facts.all()));
        }
        return talk.end(talk.line("closed", forum.title())
                .with(Facts.buttons(forums.openForRegistration()))
                .with(Facts.menu()));
    }

    /** Told with the reason. */
    private String inLine(Forum forum, Profile profile, String phrase) {
        return ShareWords.by(registrations.shares(forum).against(profile), phrase);
    }

    private static Line offered(Talk talk, Offered kept) {
        var forum = kept.forum();
        var offer = Objects.requireNonNull(kept.registration().offer());
        return talk.line("offered", forum.title(), offer.until().atZone(forum.zone()))
                .with(Facts.accept(forum), Facts.pass(forum), Choice.to("my"));
    }
}
