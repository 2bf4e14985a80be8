package org.pokana.forum;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** For organizers: how full the forums are, and how many came. */
@Component
class ShowNumbers implements Flow {

    /** For so long after it, people ask how many came. */
    private static final Duration REMEMBERED = Duration.ofDays(14);

    private final Forums forums;
    private final Registrations registrations;
    private final Clock clock;

    ShowNumbers(Forums forums, Registrations registrations, Clock clock) {
        this.forums = forums;
        this.registrations = registrations;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forum_numbers";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public Ending hold(Talk talk) {
        var since = clock.instant().minus(REMEMBERED);
        var recent = forums.upcoming(since);
        if (recent.isEmpty()) {
            return talk.end(talk.line("none").with(Facts.all()));
        }
        var page = Page.of(recent, talk.opening());
        return talk.end(talk.line("list", Facts.lines(page.items().stream().map(this::numbers)))
                .with(Facts.buttons(page.items()))
                .with(page.further(name()))
                .with(Facts.menu()));
    }

    private Phrase numbers(Forum forum) {
        var held = registrations.of(forum.id());
        long registered = held.stream().filter(Registration::isConfirmed).count();
        long coming = held.stream()
                .filter(registration -> registration.isConfirmed() && registration.coming())
                .count();
        if (clock.instant().isAfter(forum.doorOpens())) {
            return phrase(
                    "forum_numbers.item-open",
                    Facts.label(forum),
                    forum.seats().size(),
                    forum.capacity(),
                    held.stream().filter(Registration::hasArrived).count(),
                    held.stream().filter(Registration::isWaiting).count());
        }
        return phrase(
                "forum_numbers.item",
                Facts.label(forum),
                registered,
                forum.capacity(),
                held.stream().filter(Registration::isWaiting).count(),
                forum.freeSeats(),
                coming,
                held.stream().filter(Registration::isOffered).count());
    }
}
