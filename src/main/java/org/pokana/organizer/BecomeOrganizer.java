package org.pokana.organizer;

import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Line;
import org.springframework.stereotype.Component;

/** Where an invitation leads, also one to the door: {@code /organizer <token>}. */
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
            return talk.end(asTheyAre(talk));
        }
        return talk.end(
                switch (invitations.open(talk.opening().strip(), talk.with())) {
                    case WELCOME -> welcome(talk);
                    case WELCOME_AT_THE_DOOR -> atTheDoor(talk);
                    case WELCOME_TO_LOOK -> toLook(talk);
                    case OWN -> line(talk, "own");
                    case USED_ALREADY -> line(talk, "used-already");
                    case TOO_LATE -> line(talk, "too-late");
                    case UNKNOWN -> line(talk, "unknown");
                });
    }

    private static Line asTheyAre(Talk talk) {
        if (talk.contact().may(Role.ORGANIZER)) {
            return welcome(talk);
        }
        if (talk.contact().may(Role.DOOR)) {
            return atTheDoor(talk);
        }
        return talk.contact().may(Role.VIEWER) ? toLook(talk) : line(talk, "by-link-only");
    }

    private static Line welcome(Talk talk) {
        return talk.line("welcome").with(Choice.to("desk"), Choice.to("menu"));
    }

    private static Line toLook(Talk talk) {
        return talk.line("welcome-viewer").with(Choice.to("desk"), Choice.to("menu"));
    }

    private static Line atTheDoor(Talk talk) {
        return talk.line("welcome-door").with(Choice.to("door_code"), Choice.to("checkin"), Choice.to("menu"));
    }

    private static Line line(Talk talk, String phrase) {
        return talk.line(phrase).with(Choice.to("menu"));
    }
}
