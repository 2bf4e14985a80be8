package org.pokana.followup;

import static org.pokana.conversation.Questions.yesNo;
import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** Somebody says whether they may be in the photos, or thinks better of it: {@code /photos <forum> <yes or no>}. */
@Component
class SayPhotos implements Flow {

    private final Forums forums;
    private final Registrations registrations;
    private final PhotoConsents consents;
    private final Clock clock;

    SayPhotos(Forums forums, Registrations registrations, PhotoConsents consents, Clock clock) {
        this.forums = forums;
        this.registrations = registrations;
        this.consents = consents;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "photos";
    }

    @Override
    public boolean lapses() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var opening = talk.opening().split(" ", 2);
        var forum = own(talk, opening[0]).orElse(null);
        if (forum == null) {
            return talk.end(talk.line("none").with(Choice.to("my"), Choice.to("forums"), SayHowItWas.menu()));
        }
        var word = opening.length > 1 ? opening[1] : "";
        boolean yes =
                word.equals("yes") || (!word.equals("no") && talk.ask(yesNo(name(), "may", PhotoConsents.text(forum))));
        consents.says(forum, talk.with(), yes, talk.language());
        return talk.end(talk.line(yes ? "noted-yes" : "noted-no", forum.title())
                .with(
                        Choice.to(
                                phrase(yes ? "photos.rather-no" : "photos.rather-yes"),
                                name(),
                                forum.id(),
                                yes ? "no" : "yes"),
                        Choice.to("forum", forum.id()),
                        SayHowItWas.menu())
                .thatLasts());
    }

    /** The one they mean, if it is theirs; else the one that is nearest. */
    private Optional<Forum> own(Talk talk, String id) {
        var now = clock.instant();
        return registrations.of(talk.with()).stream()
                .filter(Registration::isConfirmed)
                .flatMap(registration -> forums.find(registration.forum()).stream())
                .filter(forum -> !forum.isCancelled())
                .filter(forum -> id.isEmpty()
                        ? !now.isBefore(forum.doorOpens())
                        : forum.id().equals(id))
                .max(Comparator.comparing(Forum::ends));
    }
}
