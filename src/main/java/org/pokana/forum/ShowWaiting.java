package org.pokana.forum;

import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** For organizers: who waits for a seat at a forum, in their order, and why. */
@Component
class ShowWaiting implements Flow {

    private final Planned planned;
    private final Forums forums;
    private final Registrations registrations;
    private final WaitingLine line;

    ShowWaiting(Planned planned, Forums forums, Registrations registrations, WaitingLine line) {
        this.planned = planned;
        this.forums = forums;
        this.registrations = registrations;
        this.line = line;
    }

    @Override
    public String name() {
        return "waiting";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public Ending hold(Talk talk) {
        var opening = talk.opening().strip().split("\\s+", 2);
        var meant = planned.meant(talk, opening[0]).orElse(null);
        if (meant == null) {
            return talk.end(talk.line("none").with(Facts.all(), Facts.menu()));
        }
        registrations.promote(meant.id());
        var forum = forums.find(meant.id()).orElse(meant);
        var lines = lines(forum);
        var places = Choice.to("places", forum.id());
        if (lines.isEmpty()) {
            return talk.end(talk.line("empty", forum.title()).with(places, Facts.menu()));
        }
        var page = Page.of(lines, opening.length > 1 ? opening[1] : "");
        return talk.end(talk.line("list", forum.title(), lines.size(), why(forum), Facts.lines(page.items().stream()))
                .with(more(forum, page))
                .with(places, Facts.menu()));
    }

    private static List<Choice> more(Forum forum, Page<Phrase> page) {
        return page.next() == 0
                ? List.of()
                : List.of(Choice.to(phrase("waiting.more"), "waiting", forum.id(), String.valueOf(page.next())));
    }

    /** Those who were asked come first. */
    private List<Phrase> lines(Forum forum) {
        var asked = registrations.of(forum.id()).stream()
                .filter(Registration::isOffered)
                .map(each -> asked(forum, each));
        return Stream.concat(asked, line.of(forum).values().stream().map(ShowWaiting::waiting))
                .toList();
    }

    private static Phrase asked(Forum forum, Registration asked) {
        var offer = asked.offer();
        return phrase(
                "waiting.item-asked",
                Boards.shortName(asked),
                Boards.organisation(asked),
                offer == null ? "–" : Facts.dayAndHour(offer.until().atZone(forum.zone())));
    }

    private static Phrase waiting(WaitingLine.Place place) {
        return phrase(
                "waiting.item",
                place.position(),
                Boards.shortName(place.registration()),
                Boards.organisation(place.registration()),
                place.why());
    }

    private Phrase why(Forum forum) {
        return phrase("waiting.why", forum.seats().size(), forum.capacity(), line.why(forum));
    }
}
