package org.pokana.forum;

import static org.pokana.conversation.Questions.sure;

import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** Takes a guest off the list, and all that is kept about them; their seat goes to the next. */
@Component
class RemoveGuest implements Flow {

    private final Forums forums;
    private final Guests guests;

    RemoveGuest(Forums forums, Guests guests) {
        this.forums = forums;
        this.guests = guests;
    }

    @Override
    public String name() {
        return "remove_guest";
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
            return talk.goOnWith("guests");
        }
        var guest = guests.find(forum.id(), opening[1]).orElse(null);
        var list = Choice.to("guests", forum.id());
        if (guest == null) {
            return talk.end(talk.line("gone").with(list, Facts.menu()));
        }
        if (!talk.ask(sure(name(), "sure", Boards.name(guest), Boards.organisation(guest), forum.title()))) {
            return talk.end(talk.line("kept").with(list, Facts.menu()));
        }
        guests.remove(guest);
        return talk.end(talk.line("done", forum.title()).with(list, Facts.menu()));
    }
}
