package org.pokana.forum;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Attachment;
import org.pokana.kernel.Choice;
import org.pokana.messaging.Links;
import org.springframework.stereotype.Component;

/** Shows helpers the code that people at the door type to check themselves in, and how many are there. */
@Component
class ShowDoorCode implements Flow {

    private final AtTheDoor door;
    private final DoorCodes codes;
    private final Arrivals arrivals;
    private final Links links;
    private final Clock clock;

    ShowDoorCode(AtTheDoor door, DoorCodes codes, Arrivals arrivals, Links links, Clock clock) {
        this.door = door;
        this.codes = codes;
        this.arrivals = arrivals;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "door_code";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.DOOR);
    }

    @Override
    public Ending hold(Talk talk) {
        var meant = door.meant(talk, talk.opening());
        var forum = meant.filter(there -> there.isAtTheDoor(clock.instant())).orElse(null);
        if (forum == null) {
            return door.notNow(talk, meant);
        }
        var code = codes.now(forum);
        var choices = new ArrayList<Choice>();
        choices.add(Choice.to(phrase("door_code.refresh"), name(), forum.id()).as(Choice.Tone.GOOD));
        choices.add(Choice.to("checkin", forum.id()));
        choices.add(Choice.to("scanner", forum.id()));
        if (talk.contact().may(Role.ORGANIZER)) {
            choices.add(Choice.to("guest", forum.id()));
            choices.add(Choice.to("forum_numbers"));
        }
        choices.add(Facts.menu());
        return talk.end(talk.line(
                        "code",
                        Facts.label(forum),
                        String.join(" ", code.digits().split("")),
                        Facts.hour(code.until().atZone(forum.zone())),
                        arrivals.count(forum.id()),
                        forum.seats().size())
                .with(choices)
                .carrying(new Attachment.Copyable(
                        links.near(talk.address(), "door-" + forum.id()), phrase("door_code.copy"))));
    }
}
