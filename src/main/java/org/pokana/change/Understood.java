package org.pokana.change;

import java.util.Comparator;
import java.util.Optional;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.forum.Facts;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.springframework.stereotype.Component;

/** Somebody says that they have understood a change of their forum: {@code /understood <forum> <version>}. */
@Component
class Understood implements Flow {

    private final Forums forums;
    private final Registrations registrations;
    private final Acknowledgements acknowledgements;

    Understood(Forums forums, Registrations registrations, Acknowledgements acknowledgements) {
        this.forums = forums;
        this.registrations = registrations;
        this.acknowledgements = acknowledgements;
    }

    @Override
    public String name() {
        return "understood";
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var opening = talk.opening().split(" ", 2);
        var forum = opening[0].isEmpty() ? latest(talk) : forums.find(opening[0]);
        if (forum.isEmpty()) {
            return talk.end(talk.line("nothing").with(Choice.to("my"), Facts.menu()));
        }
        return understood(talk, forum.get(), opening.length < 2 ? "" : opening[1]);
    }

    /** Typed rather than pressed it means the change they were told last. */
    private Optional<Forum> latest(Talk talk) {
        return registrations.of(talk.with()).stream()
                .flatMap(registration -> forums
                        .find(registration.forum())
                        .filter(forum ->
                                isTold(forum) && registration.registeredAt().isBefore(forum.changedAt()))
                        .stream())
                .filter(forum -> !acknowledgements.has(forum, talk.with()))
                .max(Comparator.comparing(Forum::changedAt));
    }

    private static boolean isTold(Forum forum) {
        return forum.version() > 1 && forum.told().version() == forum.version();
    }

    private Ending understood(Talk talk, Forum forum, String version) {
        var held = registrations.find(forum.id(), talk.with()).filter(Registration::isActive);
        if (held.isEmpty()) {
            return talk.end(
                    talk.line("not-registered", forum.title()).with(Choice.to("forum", forum.id()), Facts.menu()));
        }
        // An old button must not vouch for what its message did not say.
        if (!version.isEmpty() && !version.equals(String.valueOf(forum.version()))) {
            return isTold(forum) ? again(talk, forum, held.get()) : talk.goOnWith("forum", forum.id());
        }
        acknowledgements.note(forum, talk.with());
        return forum.isCancelled()
                ? talk.end(talk.line("cancelled", forum.title()).with(Facts.all(), Facts.menu()))
                : talk.end(talk.line("done", forum.title(), Facts.when(forum), Facts.place(forum))
                        .with(Choice.to("forum", forum.id()), Facts.menu()));
    }

    private Ending again(Talk talk, Forum forum, Registration held) {
        var understood =
                Choice.to(name(), forum.id(), String.valueOf(forum.version())).as(Tone.GOOD);
        if (forum.isCancelled()) {
            return talk.end(talk.line("cancelled-since", forum.title()).with(understood, Facts.all(), Facts.menu()));
        }
        return talk.end(talk.line("changed-since", forum.title(), Facts.when(forum), Facts.place(forum))
                .with(understood, held.isConfirmed() ? Facts.giveUp(forum) : Facts.leaveLine(forum), Facts.menu()));
    }
}
