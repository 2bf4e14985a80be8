package org.pokana.forum;

import static org.pokana.conversation.Questions.yesNo;

import java.time.Clock;
import java.util.Optional;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.forum.Seating.AlreadyIn;
import org.pokana.forum.Seating.AlreadyWaiting;
import org.pokana.forum.Seating.Seated;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.springframework.stereotype.Component;

/** Somebody from the waiting list takes the seat that is kept for them. */
@Component
class Accept implements Flow {

    private final Forums forums;
    private final Registrations registrations;
    private final Mine mine;
    private final Meaning meaning;
    private final Confirmation confirmation;
    private final Clock clock;

    Accept(
            Forums forums,
            Registrations registrations,
            Mine mine,
            Meaning meaning,
            Confirmation confirmation,
            Clock clock) {
        this.forums = forums;
        this.registrations = registrations;
        this.mine = mine;
        this.meaning = meaning;
        this.confirmation = confirmation;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "accept";
    }

    @Override
    public Ending hold(Talk talk) {
        var forum = forums.find(talk.opening()).or(() -> waitedFor(talk)).orElse(null);
        if (forum == null) {
            return talk.end(talk.line("none").with(Choice.to("my"), Facts.all()));
        }
        if (forum.isCancelled() || forum.isOver(clock.instant())) {
            return talk.goOnWith("forum", forum.id());
        }
        if (isKept(talk, forum) && !isSure(talk, forum)) {
            return talk.end(talk.line("not-taken", forum.title())
                    .with(Facts.accept(forum), Facts.pass(forum), Choice.to("my")));
        }
        return registrations
                .accept(forum.id(), talk.with())
                .map(seating -> answer(talk, forum, seating))
                .orElseGet(() -> talk.end(talk.line("not-registered", forum.title())
                        .with(Choice.to("register", forum.id()).as(Tone.GOOD), Facts.all())));
    }

    private boolean isKept(Talk talk, Forum forum) {
        return registrations
                .find(forum.id(), talk.with())
                .filter(Registration::isOffered)
                .isPresent();
    }

    /** Asked only if they are expected elsewhere at that time. */
    private boolean isSure(Talk talk, Forum forum) {
        return Clash.with(forum, talk.with(), registrations, forums)
                .map(other -> talk.ask(yesNo(name(), "clash", other.title(), Facts.when(other), forum.title())))
                .orElse(true);
    }

    /** The forum with a seat kept for them, else one they wait for; which of several, they say. */
    private Optional<Forum> waitedFor(Talk talk) {
        var held = mine.upcoming(talk.with());
        var kept = held.stream()
                .filter(each -> each.registration().isOffered())
                .map(Mine.Held::forum)
                .toList();
        if (kept.size() > 1) {
            return Optional.of(talk.ask(new WhichForum(kept, forums::find, meaning)));
        }
        return kept.stream().findFirst().or(() -> held.stream()
                .filter(each -> each.registration().isWaiting())
                .map(Mine.Held::forum)
                .findFirst());
    }

    private Ending answer(Talk talk, Forum forum, Seating seating) {
        if (seating instanceof Seated seated) {
            return confirmation.of(talk, seated.forum(), seated.registration());
        }
        if (seating instanceof AlreadyIn in) {
            return talk.end(talk.line("already-in", in.registration().number(), forum.title())
                    .with(Choice.to("my"), Choice.to("forum", forum.id()), Facts.menu()));
        }
        if (seating instanceof AlreadyWaiting waiting) {
            return talk.end(talk.line("too-late", forum.title(), Facts.position(waiting.position()))
                    .with(Choice.to("my"), Facts.leaveLine(forum), Facts.all()));
        }
        return talk.goOnWith("forum", forum.id());
    }
}
