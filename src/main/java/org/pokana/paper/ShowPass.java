package org.pokana.paper;

import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Attachment;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** Shows a person the code of their registration, to be scanned at the door. */
@Component
class ShowPass implements Flow {

    private final OwnSeat seats;
    private final ForParticipants papers;

    ShowPass(OwnSeat seats, ForParticipants papers) {
        this.seats = seats;
        this.papers = papers;
    }

    @Override
    public String name() {
        return "pass";
    }

    @Override
    public Ending hold(Talk talk) {
        var held = seats.meant(talk).orElse(null);
        if (held == null) {
            return talk.end(talk.line("none").with(Choice.to("my"), OwnSeat.allForums(), OwnSeat.menu()));
        }
        var forum = held.forum();
        var number = held.registration().number();
        var picture =
                new Attachment.File("pokana-" + forum.id() + ".png", "image/png", papers.pass(held.registration()));
        talk.say(talk.line("picture", forum.title(), number).carrying(picture).thatLasts());
        return talk.end(talk.line("next")
                .with(
                        Choice.to("letter", forum.id()),
                        Choice.to("forum", forum.id()),
                        Choice.to("my"),
                        OwnSeat.menu()));
    }
}
