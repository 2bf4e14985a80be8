package org.pokana.paper;

import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Attachment;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** Gives a person the letter by which their employer lets them go to the forum. */
@Component
class SendLetter implements Flow {

    private final OwnSeat seats;
    private final ForParticipants papers;

    SendLetter(OwnSeat seats, ForParticipants papers) {
        this.seats = seats;
        this.papers = papers;
    }

    @Override
    public String name() {
        return "letter";
    }

    @Override
    public Ending hold(Talk talk) {
        var held = seats.meant(talk).orElse(null);
        if (held == null) {
            return talk.end(talk.line("none").with(Choice.to("my"), OwnSeat.allForums(), OwnSeat.menu()));
        }
        var forum = held.forum();
        var pdf = papers.letter(forum, held.registration(), talk.language());
        talk.say(talk.line("file", forum.title())
                .carrying(new Attachment.File("pokana-letter-" + forum.id() + ".pdf", "application/pdf", pdf))
                .thatLasts());
        return talk.end(talk.line("next")
                .with(Choice.to("pass", forum.id()), Choice.to("forum", forum.id()), Choice.to("my"), OwnSeat.menu()));
    }
}
