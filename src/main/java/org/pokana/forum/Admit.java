package org.pokana.forum;

import static org.pokana.conversation.Questions.yesNo;

import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.springframework.stereotype.Component;

/** An organizer lets somebody in who waits for a seat; beyond the capacity only after saying so. */
@Component
class Admit implements Flow {

    private final Forums forums;
    private final Arrivals arrivals;
    private final WalkIns walkIns;

    Admit(Forums forums, Arrivals arrivals, WalkIns walkIns) {
        this.forums = forums;
        this.arrivals = arrivals;
        this.walkIns = walkIns;
    }

    @Override
    public String name() {
        return "admit";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public Ending hold(Talk talk) {
        var opening = talk.opening().split(" ", 2);
        var forum = forums.find(opening[0]).orElse(null);
        if (forum == null || opening.length < 2) {
            return talk.goOnWith("checkin");
        }
        var waiting = WhoIsThere.number(opening[1])
                .flatMap(ticket -> arrivals.waiting(forum.id(), Long.parseLong(ticket)))
                .orElse(null);
        if (waiting == null) {
            talk.say(talk.line("gone"));
            return talk.goOnWith("checkin", forum.id());
        }
        boolean full = forum.freeSeats() == 0 && !forum.seats(waiting.contactId());
        if (full
                && !talk.ask(yesNo(
                        name(),
                        "sure",
                        Boards.name(waiting),
                        Boards.organisation(waiting),
                        forum.seats().size(),
                        forum.capacity()))) {
            return talk.goOnWith("checkin", forum.id());
        }
        return walkIns.admit(forum.id(), waiting.contactId(), waiting.profile(), full)
                .map(admitted -> checkedIn(talk, forum, admitted))
                .orElseGet(() -> talk.goOnWith(name(), opening)); // the last seat went meanwhile
    }

    private Ending checkedIn(Talk talk, Forum forum, Registration admitted) {
        arrivals.checkIn(forum.id(), admitted.contactId(), talk.with());
        return talk.goOnWith("checkin", CheckIn.after(forum, admitted.number()));
    }
}
