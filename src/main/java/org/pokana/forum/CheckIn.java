package org.pokana.forum;

import java.time.Clock;
import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.springframework.stereotype.Component;

/**
 * A helper at the door notes who is there, one after another: {@code /checkin}, then letters or a number, then a tap.
 * Each note ends the talk and opens the next, so nothing is noted twice.
 */
@Component
class CheckIn implements Flow {

    /** Follow the number: it was a mistake; or it was just noted. */
    static final String UNDO = "undo";

    private static final String AFTER = "after";

    private final AtTheDoor door;
    private final Forums forums;
    private final Arrivals arrivals;
    private final Boards boards;
    private final Clock clock;

    CheckIn(AtTheDoor door, Forums forums, Arrivals arrivals, Boards boards, Clock clock) {
        this.door = door;
        this.forums = forums;
        this.arrivals = arrivals;
        this.boards = boards;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "checkin";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.DOOR);
    }

    @Override
    public Ending hold(Talk talk) {
        var opening = talk.opening().strip();
        var id = opening.split("\\s+", 2)[0];
        var named = forums.find(id).isPresent();
        var meant = door.meant(talk, id);
        var forum = meant.filter(there -> there.canBeNoted(clock.instant())).orElse(null);
        if (forum == null) {
            return door.notNow(talk, meant);
        }
        var wish = named ? opening.substring(id.length()).strip() : opening;
        var parts = wish.split("\\s+", 2);
        var number = WhoIsThere.number(parts[0]);
        if (number.isEmpty()) {
            return lookFor(talk, forum, wish, Optional.empty());
        }
        if (parts.length > 1 && parts[1].equals(AFTER)) {
            return lookFor(talk, forum, "", number);
        }
        note(talk, forum, number.get(), parts.length > 1 && parts[1].equals(UNDO));
        return talk.goOnWith(name(), forum.id(), number.get(), AFTER);
    }

    private void note(Talk talk, Forum forum, String number, boolean undo) {
        arrivals.numbered(forum.id(), Long.parseLong(number)).ifPresent(registration -> {
            if (undo) {
                arrivals.undo(forum.id(), registration.contactId());
            } else {
                arrivals.checkIn(forum.id(), registration.contactId(), talk.with());
            }
        });
    }

    /** As long as letters are typed, it is looked for others. */
    private Ending lookFor(Talk talk, Forum forum, String letters, Optional<String> noted) {
        boolean organizer = talk.contact().may(Role.ORGANIZER);
        var typed = letters.isEmpty()
                ? talk.ask(new WhoIsThere("search", () -> boards.start(forum, noted, organizer)))
                : letters;
        for (int again = 2; WhoIsThere.number(typed).isEmpty(); again++) {
            var lookedFor = typed;
            typed = talk.ask(new WhoIsThere("search#" + again, () -> boards.found(forum, lookedFor, organizer)));
        }
        return talk.goOnWith(name(), forum.id(), typed);
    }

    /** Where somebody with this number was just noted. */
    static String[] after(Forum forum, long number) {
        return new String[] {forum.id(), String.valueOf(number), AFTER};
    }
}
