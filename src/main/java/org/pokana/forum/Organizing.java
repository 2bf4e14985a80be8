package org.pokana.forum;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.pokana.contact.Profile;
import org.pokana.forum.Seating.AlreadyIn;
import org.pokana.forum.Seating.AlreadyWaiting;
import org.pokana.forum.Seating.Seated;
import org.pokana.forum.Seating.Waiting;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Phrase;
import org.pokana.phone.PhoneNumber;
import org.springframework.stereotype.Component;

/** What organizers do with a forum away from the chat, in the same ways as in it. */
@Component
public class Organizing {

    public static final int MOST_SEATS = 5_000;
    private static final int LONGEST = 80;

    /** Within which the same is taken for the same wish once more. */
    private static final Duration REPEATED = Duration.ofMinutes(10);

    private final Forums forums;
    private final Registrations registrations;
    private final WalkIns walkIns;
    private final CallNumbers numbers;
    private final Notices notices;
    private final Clock clock;

    Organizing(
            Forums forums,
            Registrations registrations,
            WalkIns walkIns,
            CallNumbers numbers,
            Notices notices,
            Clock clock) {
        this.forums = forums;
        this.registrations = registrations;
        this.walkIns = walkIns;
        this.numbers = numbers;
        this.notices = notices;
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
        /** What was given as a telephone number is none. */
        MISTYPED,
        CLOSED
    }

    /**
     * Registers somebody without a chat; asked twice with the same id it is the same guest.
     *
     * @param phone by which they can be called; may be empty
     * @param beyond whether there is room for one more than there are seats, once it has begun
     */
    public Added addGuest(String forumId, String id, String name, String organisation, String phone, boolean beyond) {
        var forum = forums.find(forumId).filter(this::takesGuests).orElse(null);
        if (forum == null) {
            return Added.CLOSED;
        }
        var clean = OneLine.of(name, LONGEST);
        if (clean.isEmpty()) {
            return Added.NAMELESS;
        }
        var number = PhoneNumber.read(phone);
        if (number.isEmpty() && !phone.isBlank()) {
            return Added.MISTYPED;
        }
        var profile = new Profile(null, null, OneLine.of(organisation, LONGEST).orElse(null), clean.get());
        var guest = Registration.guest(id);
        var became = forum.isOpen(clock.instant())
                ? added(registrations.register(forumId, guest, profile))
                : walkIns.admit(forumId, guest, profile, beyond).isPresent() ? Added.SEATED : Added.FULL;
        numbers.note(forumId, guest, number.orElse(null));
        return became;
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

    /** What people are told whose registration an organizer ends. */
    public Phrase ofReleasing(Forum forum) {
        return Notices.released(forum);
    }

    /** What became of somebody whose registration is to end. */
    public enum Released {
        RELEASED,
        /** Who is there is not sent away by a list. */
        IS_HERE,
        GONE
    }

    /** Ends a registration and tells whoever it was; what gets free is offered. Safe to repeat: they are told once. */
    public Released release(String forumId, ContactId who) {
        var forum = forums.find(forumId).orElse(null);
        var known = registrations.find(forumId, who).orElse(null);
        if (forum == null || known == null) {
            return Released.GONE;
        }
        if (known.hasArrived()) {
            return Released.IS_HERE;
        }
        boolean ended = registrations.release(forumId, who).isPresent();
        // Whoever tries again after a crash finds it ended just now, and them perhaps not told.
        boolean justNow =
                !known.isActive() && known.changedAt().isAfter(clock.instant().minus(REPEATED));
        if ((ended || justNow) && !known.isGuest()) {
            notices.released(forum, known);
        }
        return ended || justNow ? Released.RELEASED : Released.GONE;
    }

    /** Those waiting move up as seats are free, before one looks at them. */
    public void promote(String forumId) {
        registrations.promote(forumId);
    }
}
