package org.pokana.organizer;

import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** Gives an organizer a link for somebody who may see how the forums go, in numbers, and nothing else. */
@Component
class InviteViewer implements Flow {

    private final Invitations invitations;
    private final OrganizerSettings settings;

    InviteViewer(Invitations invitations, OrganizerSettings settings) {
        this.invitations = invitations;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "invite_viewer";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public Ending hold(Talk talk) {
        var start = "organizer-" + invitations.toLook(talk.with());
        return talk.end(talk.line("link", settings.link(start), start)
                .with(Choice.to("menu"))
                .thatLasts());
    }
}
