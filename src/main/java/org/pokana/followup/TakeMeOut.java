package org.pokana.followup;

import static org.pokana.conversation.Questions.number;

import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.followup.Material.Sort;
import org.pokana.forum.Forums;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** Somebody does not want to be seen on a photo: {@code /take_me_out <forum>}, then the photo's number. */
@Component
class TakeMeOut implements Flow {

    private final Forums forums;
    private final Registrations registrations;
    private final Materials materials;
    private final PhotoRequests requests;

    TakeMeOut(Forums forums, Registrations registrations, Materials materials, PhotoRequests requests) {
        this.forums = forums;
        this.registrations = registrations;
        this.materials = materials;
        this.requests = requests;
    }

    @Override
    public String name() {
        return "take_me_out";
    }

    @Override
    public boolean lapses() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var forum = forums.find(talk.opening())
                .filter(meant -> registrations
                        .find(meant.id(), talk.with())
                        .filter(Registration::isConfirmed)
                        .isPresent())
                .orElse(null);
        if (forum == null) {
            return talk.goOnWith("materials");
        }
        if (materials.of(forum.id(), Sort.PHOTO).isEmpty()) {
            return talk.goOnWith("materials", forum.id());
        }
        int number = talk.ask(number("number", 1, materials.last(forum.id(), Sort.PHOTO)));
        var photo = materials.find(forum.id(), Sort.PHOTO, number).orElse(null);
        if (photo != null) {
            requests.ask(forum, photo, talk.with());
        }
        return talk.end(talk.line(photo == null ? "gone" : "done", number)
                .with(Choice.to("materials", forum.id()), SayHowItWas.menu())
                .thatLasts());
    }
}
