package org.pokana.forum;

import java.time.Clock;
import java.util.Optional;
import org.pokana.contact.Profile;
import org.pokana.forum.Seating.AlreadyIn;
import org.pokana.forum.Seating.AlreadyWaiting;
import org.pokana.forum.Seating.Seated;
import org.pokana.forum.Seating.Waiting;
import org.springframework.stereotype.Component;

/** What organizers do with a forum away from the chat, in the same ways as in it. */
@Component
public class Organizing {

    public static final int MOST_SEATS = 5_000;
    private static final int LONGEST = 80;

    private final Forums forums;
    private final Registrations registrations;
    private final WalkIns walkIns;
    private final Clock clock;

    Organizing(Forums forums, Registrations registrations, WalkIns walkIns, Clock clock) {
        this.forums = forums;
        this.registrations = registrations;
        this.walkIns = walkIns;
        this.clock = clock;
    }

    /** Whether somebody without a chat can be registered: until long enough after it for what is noted on paper. */
    public boolean takesGuests(Forum forum) {
        var now = clock.instant();
        return !forum.isCancelled() && (!forum.isOver(now) || forum.canBeNoted(now));
    }

    /** What became of a guest. */
    public enum Added {
        SEATED,
        WAITS,
        FULL,
        NAMELESS,
        CLOSED
    }

    /**
     * Registers somebody without a chat; asked twice with the same id it is the same guest.
     *
     * @param beyond whether there is room for one more than there are seats, once it has begun
     */
    public Added addGuest(String forumId, String id, String name, String organisation, boolean beyond) {
        var forum = forums.find(forumId).filter(this::takesGuests).orElse(null);
        if (forum == null) {
            return Added.CLOSED;
        }
        var clean = OneLine.of(name, LONGEST);
        if (clean.isEmpty()) {
            return Added.NAMELESS;
        }
        var profile = new Profile(null, null, OneLine.of(organisation, LONGEST).orElse(null), clean.get());
        var guest = Registration.guest(id);
        if (!forum.isOpen(clock.instant())) {
            return walkIns.admit(forumId, guest, profile, beyond).isPresent() ? Added.SEATED : Added.FULL;
        }
        return added(registrations.register(forumId, guest, profile));
    }

    private static Added added(Seating seating) {
        if (seating instanceof Seated || seating instanceof AlreadyIn) {
            return Added.SEATED;
        }
        return seating instanceof Waiting || seating instanceof AlreadyWaiting ? Added.WAITS : Added.CLOSED;
    }

    /** Empty unless it is a number of seats that a forum can have. */
    public static Optional<Integer> seats(String written) {
        return Optional.of(written.strip())
                .filter(digits -> digits.matches("[1-9]\\d{0,3}"))
                .map(Integer::valueOf)
                .filter(seats -> seats <= MOST_SEATS);
    }

    /** Nobody loses a seat; what gets free is offered to those waiting. */
    public Optional<Forum> capacity(String forumId, int seats) {
        if (seats < 1 || seats > MOST_SEATS) {
            return forums.find(forumId);
        }
        return registrations.capacity(forumId, seats);
    }

    /** Those waiting move up as seats are free, before one looks at them. */
    public void promote(String forumId) {
        registrations.promote(forumId);
    }
}
