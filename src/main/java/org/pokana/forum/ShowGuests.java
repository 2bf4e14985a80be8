package org.pokana.forum;

import static org.pokana.kernel.Phrase.phrase;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Phrase;
import org.pokana.phone.PhoneNumber;
import org.springframework.stereotype.Component;

/** The guests of a forum, each to be removed by a tap; the last ones, if they are many. */
@Component
class ShowGuests implements Flow {

    private static final int MOST_SHOWN = 6;

    private final Planned planned;
    private final Guests guests;
    private final CallNumbers numbers;

    ShowGuests(Planned planned, Guests guests, CallNumbers numbers) {
        this.planned = planned;
        this.guests = guests;
        this.numbers = numbers;
    }

    @Override
    public String name() {
        return "guests";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public Ending hold(Talk talk) {
        var forum = planned.meant(talk).orElse(null);
        if (forum == null) {
            return talk.end(talk.line("none").with(Facts.all(), Facts.menu()));
        }
        var all = guests.of(forum.id());
        var add = Choice.to("guest", forum.id());
        if (all.isEmpty()) {
            return talk.end(talk.line("empty", forum.title()).with(add, Facts.menu()));
        }
        var shown = all.subList(Math.max(0, all.size() - MOST_SHOWN), all.size());
        var left = numbers.of(shown);
        return talk.end(talk.line(
                        "list",
                        forum.title(),
                        all.size(),
                        Facts.lines(shown.stream().map(guest -> line(guest, left.get(guest.contact())))))
                .with(shown.stream().map(guest -> remove(forum, guest)).toList())
                .with(add, Facts.menu()));
    }

    private static Phrase line(Registration guest, @Nullable PhoneNumber number) {
        var line = Boards.line(guest);
        return number == null ? line : phrase("guests.with-number", line, number.shown());
    }

    private static Choice remove(Forum forum, Registration guest) {
        var reference = Guests.reference(guest);
        return Choice.to(phrase("guests.remove", Boards.shortName(guest)), "remove_guest", forum.id(), reference);
    }
}
