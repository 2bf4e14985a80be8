package org.pokana.organizer;

import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Line;
import org.springframework.stereotype.Component;

/** Where an invitation leads: {@code /organizer <token>}. */
@Component
class BecomeOrganizer implements Flow {

    private final Invitations invitations;

    BecomeOrganizer(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public String name() {
        return "organizer";
    }

    @Override
    public boolean linkable() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        if (talk.opening().isBlank()) {
            return talk.end(line(talk, talk.contact().may(Role.ORGANIZER) ? "welcome" : "by-link-only"));
        }
        return talk.end(
                switch (invitations.open(talk.opening().strip(), talk.with())) {
                    case WELCOME -> line(talk, "welcome");
                    case OWN -> line(talk, "own");
                    case USED_ALREADY -> line(talk, "used-already");
                    case TOO_LATE -> line(talk, "too-late");
                    case UNKNOWN -> line(talk, "unknown");
                });
    }

    private static Line line(Talk talk, String phrase) {
        return talk.line(phrase).with(Choice.to("menu"));
    }
}
