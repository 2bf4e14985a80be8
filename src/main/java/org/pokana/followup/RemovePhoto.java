package org.pokana.followup;

import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.followup.Material.Sort;
import org.pokana.forum.Forums;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/**
 * An organizer grants the wish of somebody who does not want to be seen, with the one tap under it:
 * {@code /remove_photo <forum> <number>}. It asks nothing, as whoever is on the photo has the say.
 */
@Component
class RemovePhoto implements Flow {

    private final Forums forums;
    private final PhotoRemoval removal;

    RemovePhoto(Forums forums, PhotoRemoval removal) {
        this.forums = forums;
        this.removal = removal;
    }

    @Override
    public String name() {
        return "remove_photo";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public Ending hold(Talk talk) {
        var opening = talk.opening().split(" ", 2);
        var forum = forums.find(opening[0]).orElse(null);
        if (forum == null || opening.length < 2 || !opening[1].matches("\\d{1,6}")) {
            return talk.goOnWith("materials");
        }
        boolean now = removal.remove(forum, Sort.PHOTO, Integer.parseInt(opening[1]));
        return talk.end(talk.line(now ? "done" : "gone", opening[1])
                .with(Choice.to("materials", forum.id()), SayHowItWas.menu())
                .thatLasts());
    }
}
