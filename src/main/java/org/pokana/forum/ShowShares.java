package org.pokana.forum;

import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** For organizers: who the seats of a forum are for, with the ways to change that. */
@Component
class ShowShares implements Flow {

    private final Planned planned;

    ShowShares(Planned planned) {
        this.planned = planned;
    }

    @Override
    public String name() {
        return "shares";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public Ending hold(Talk talk) {
        var forum = planned.meant(talk, talk.opening().strip()).orElse(null);
        if (forum == null || !planned.isToCome(forum)) {
            return talk.end(talk.line("none").with(Facts.all(), Facts.menu()));
        }
        return talk.end(talk.line("now", forum.title(), forum.capacity(), ShareWords.rules(forum))
                .with(
                        Choice.to("reserve", forum.id()),
                        Choice.to("per_organisation", forum.id()),
                        Choice.to("places", forum.id()),
                        Facts.menu()));
    }
}
