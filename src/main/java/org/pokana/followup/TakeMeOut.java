package org.pokana.followup;

import static org.pokana.conversation.Questions.number;
import static org.pokana.conversation.Questions.yesNo;

import java.util.regex.Pattern;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.followup.Material.Sort;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/**
 * Somebody does not want to be seen on a photo: {@code /take_me_out <forum>}, then the photo's number. From the page that
 * everybody sees anybody may ask, {@code /take_me_out <forum>_<number>}: whoever is on a photo need not have had a seat.
 */
@Component
class TakeMeOut implements Flow {

    private static final Pattern OF_A_PHOTO = Pattern.compile("(.+)_([1-9]\\d{0,5})");

    private final Forums forums;
    private final Registrations registrations;
    private final Materials materials;
    private final Album album;
    private final PhotoRequests requests;

    TakeMeOut(Forums forums, Registrations registrations, Materials materials, Album album, PhotoRequests requests) {
        this.forums = forums;
        this.registrations = registrations;
        this.materials = materials;
        this.album = album;
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
    public boolean linkable() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var pointed = OF_A_PHOTO.matcher(talk.opening());
        boolean points = forums.find(talk.opening()).isEmpty() && pointed.matches();
        var forum = forums.find(points ? pointed.group(1) : talk.opening()).orElse(null);
        if (forum == null) {
            return talk.goOnWith("materials");
        }
        boolean seated = hasSeat(talk, forum);
        if (points) {
            return pointedAt(talk, forum, Integer.parseInt(pointed.group(2)), seated);
        }
        if (!seated) {
            return talk.goOnWith("materials");
        }
        if (materials.of(forum.id(), Sort.PHOTO).isEmpty()) {
            return talk.goOnWith("materials", forum.id());
        }
        int number = talk.ask(number("number", 1, materials.last(forum.id(), Sort.PHOTO)));
        return take(talk, forum, number, true);
    }

    private boolean hasSeat(Talk talk, Forum forum) {
        return registrations
                .find(forum.id(), talk.with())
                .filter(Registration::isConfirmed)
                .isPresent();
    }

    /** Asks first, as a link may be followed by mistake. */
    private Ending pointedAt(Talk talk, Forum forum, int number, boolean seated) {
        boolean there = album.has(forum.id(), number)
                || seated && materials.find(forum.id(), Sort.PHOTO, number).isPresent();
        if (!there) {
            return ending(talk, forum, "gone", number, seated);
        }
        return talk.ask(yesNo(name(), "sure", number, forum.title()))
                ? take(talk, forum, number, seated)
                : ending(talk, forum, "kept", number, seated);
    }

    private Ending take(Talk talk, Forum forum, int number, boolean seated) {
        var said = materials
                .find(forum.id(), Sort.PHOTO, number)
                .map(photo -> requests.ask(forum, photo, talk.with()) ? "done-public" : "done")
                .orElse("gone");
        return ending(talk, forum, said, number, seated);
    }

    private Ending ending(Talk talk, Forum forum, String said, int number, boolean seated) {
        return talk.end(talk.line(said, number)
                .with(Choice.to(seated ? "materials" : "forum", forum.id()), SayHowItWas.menu())
                .thatLasts());
    }
}
