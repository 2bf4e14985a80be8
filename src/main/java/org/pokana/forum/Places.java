package org.pokana.forum;

import static org.pokana.conversation.Questions.number;
import static org.pokana.conversation.Questions.yesNo;
import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.forum.Forum.Status;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Line;
import org.springframework.stereotype.Component;

/** An organizer gives a forum more seats or fewer, and closes or reopens its registration. */
@Component
class Places implements Flow {

    private static final String SEATS = "seats";
    private static final String CLOSE = "close";
    private static final String OPEN = "open";
    private static final int MOST_SEATS = 5_000;

    private final Planned planned;
    private final Forums forums;
    private final Registrations registrations;

    Places(Planned planned, Forums forums, Registrations registrations) {
        this.planned = planned;
        this.forums = forums;
        this.registrations = registrations;
    }

    @Override
    public String name() {
        return "places";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    /** {@code haskovo}, {@code haskovo close}, or only {@code close}. */
    @Override
    public Ending hold(Talk talk) {
        var opening = talk.opening().strip().split("\\s+", 2);
        var named = forums.find(opening[0]).isPresent();
        var wish = named ? opening.length > 1 ? opening[1] : "" : opening[0];
        var forum = planned.meant(talk, opening[0]).orElse(null);
        if (forum == null || !planned.isToCome(forum)) {
            return talk.end(talk.line("none").with(Facts.all(), Facts.menu()));
        }
        return switch (wish) {
            case SEATS -> seats(talk, forum);
            case CLOSE, OPEN -> open(talk, forum, wish.equals(OPEN));
            default -> talk.end(screen(talk, forum, "now"));
        };
    }

    private Ending open(Talk talk, Forum forum, boolean open) {
        forums.open(forum.id(), open);
        return talk.end(screen(talk, forums.find(forum.id()).orElse(forum), open ? "opened" : "closed"));
    }

    private Ending seats(Talk talk, Forum forum) {
        int wanted = talk.ask(number("count", 1, MOST_SEATS));
        int taken = forum.seats().size();
        if (wanted < taken && !talk.ask(yesNo(name(), "sure", taken, wanted, taken - wanted))) {
            return talk.end(screen(talk, forum, "kept"));
        }
        return talk.end(screen(talk, registrations.capacity(forum.id(), wanted).orElse(forum), "done"));
    }

    private Line screen(Talk talk, Forum forum, String phrase) {
        var held = registrations.of(forum.id());
        long kept = held.stream().filter(Registration::isOffered).count();
        boolean open = forum.status() == Status.OPEN;
        return talk.line(
                        phrase,
                        forum.title(),
                        forum.capacity(),
                        held.stream().filter(Registration::isConfirmed).count(),
                        kept,
                        held.stream().filter(Registration::isWaiting).count(),
                        Math.max(0, forum.seats().size() - forum.capacity()),
                        phrase(open ? "places.is-open" : "places.is-closed"),
                        ShareWords.rules(forum))
                .with(List.of(
                        Choice.to(phrase("places.seats"), name(), forum.id(), SEATS),
                        open
                                ? Choice.to(phrase("places.close"), name(), forum.id(), CLOSE)
                                : Choice.to(phrase("places.open"), name(), forum.id(), OPEN),
                        Choice.to("shares", forum.id()),
                        Choice.to("waiting", forum.id()),
                        Facts.menu()));
    }
}
