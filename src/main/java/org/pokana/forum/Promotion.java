package org.pokana.forum;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pokana.forum.Registration.Status;
import org.pokana.kernel.ContactId;

/**
 * What becomes of free seats, however they got free: the first in line is asked and the seat kept for them meanwhile, or
 * in the last hours everybody in line is asked and the first answer counts. Any number of threads may do so at once.
 */
class Promotion {

    private final Forums forums;
    private final Seats seats;
    private final Book book;
    private final Offers offers;
    private final Notices notices;
    private final Clock clock;

    /** By forum, what everybody in line was told of last: spares writing the same again and again. */
    private final Map<String, Call> called = new ConcurrentHashMap<>();

    /** What may have become another's to have since. */
    private record Call(long everFree, long freed, boolean reserved) {}

    Promotion(Forums forums, Seats seats, Book book, Offers offers, Notices notices, Clock clock) {
        this.forums = forums;
        this.seats = seats;
        this.book = book;
        this.offers = offers;
        this.notices = notices;
        this.clock = clock;
    }

    /** @param asking somebody who is about to get the answer anyway and need neither be asked nor written to */
    void promote(String forumId, @Nullable ContactId asking) {
        while (true) {
            var forum = forums.find(forumId).orElse(null);
            if (forum == null || forum.isCancelled()) {
                return;
            }
            if (offers.passOn(forum)) {
                continue;
            }
            if (forum.hasStarted(clock.instant()) || forum.freeSeats() == 0) {
                return;
            }
            var shares = book.shares(forum);
            var next = next(shares, asking).orElse(null);
            if (next != null) {
                if (isAskedWithAll(forum, next, asking)) {
                    call(shares);
                    return;
                }
                moveUp(forum, next, asking);
            } else if (!forum.desk().line()
                    || book.anybodyInLine(forumId)
                    || seats.closeLine(forum).isPresent()) {
                return;
            }
        }
    }

    /** Whether there is still nothing to hand on: as full as it was seen, and nobody's time to answer is over. */
    boolean isAtRest(Forum seen) {
        return seen.freeSeats() == 0 && !offers.anyOver(seen) && seats.areAsIn(seen);
    }

    /** In the last hours whoever is here is faster than the line. */
    private Optional<Registration> next(Shares shares, @Nullable ContactId asking) {
        var forum = shares.forum();
        var here = asking != null && Hold.isLastHours(forum, clock.instant())
                ? book.find(forum.id(), asking).filter(known -> known.status() == Status.WAITLISTED)
                : Optional.<Registration>empty();
        return here.filter(shares::suit).or(() -> book.firstInLine(shares));
    }

    private boolean isAskedWithAll(Forum forum, Registration next, @Nullable ContactId asking) {
        return Hold.isLastHours(forum, clock.instant())
                && !next.contactId().equals(asking)
                && !forum.seats(next.contactId());
    }

    /** Once for each seat that gets free, whom it suits; a seat that is taken again is none to tell of. */
    private void call(Shares shares) {
        var forum = shares.forum();
        long everFree = forum.desk().numbers() + forum.freeSeats();
        var call = new Call(everFree, forum.desk().freed(), shares.areReserved());
        if (!call.equals(called.get(forum.id()))) {
            book.waiting(forum.id()).stream().filter(shares::suit).forEach(waiting -> notices.offers()
                    .call(forum, waiting, everFree));
            called.put(forum.id(), call);
        }
    }

    private void moveUp(Forum forum, Registration first, @Nullable ContactId asking) {
        var who = first.contactId();
        var seated = forum.seats(who) ? seats.claim(forum.id(), who) : seats.promote(forum, who);
        if (seated.isEmpty()) {
            return;
        }
        boolean isHere = who.equals(asking);
        var moved = isHere ? book.confirm(first, seated.get().desk().numbers()) : write(seated.get(), first);
        if (moved.isEmpty()) {
            leftMeanwhile(forum.id(), who);
        } else if (isHere) {
            book.told(moved.get());
        } else {
            tell(seated.get(), moved.get());
        }
    }

    /** Guests cannot be asked, and after the beginning nobody is. */
    private Optional<Registration> write(Forum seated, Registration seen) {
        return switch (seen.status()) {
            case WAITLISTED ->
                seen.isGuest() || seated.hasStarted(clock.instant())
                        ? book.confirm(seen, seated.desk().numbers())
                        : offers.make(seated, seen);
            case JOINING -> book.confirm(seen, seated.desk().numbers());
            default -> Optional.empty();
        };
    }

    /** Whoever was given a seat and did not want it any more by then, unless they want one anew. */
    void leftMeanwhile(String forumId, ContactId who) {
        var backInLine = book.find(forumId, who).filter(known -> known.status() == Status.WAITLISTED);
        if (backInLine.isPresent()) {
            finish(backInLine.get());
        } else {
            clear(forumId, who);
        }
    }

    /** Writes down the seat of somebody who has one and is not yet said to have it; empty if they have none. */
    Optional<Registration> finish(Registration seen) {
        var claimed = seats.claim(seen.forum(), seen.contactId());
        var written = claimed.flatMap(forum -> write(forum, seen));
        written.filter(Registration::untold).ifPresent(moved -> tell(claimed.orElseThrow(), moved));
        return written;
    }

    /** The seat kept for somebody becomes theirs; empty if it is not kept for them any more. */
    Optional<Registration> accept(Registration offered) {
        var accepted = offers.accept(offered);
        accepted.ifPresent(registration -> {
            seats.claim(
                    registration.forum(), registration.contactId()); // only now whoever looks for new ones finds them
            book.told(registration);
        });
        return accepted;
    }

    /** They wait again, and have no seat. */
    void settle(Registration lapsed) {
        offers.settle(lapsed);
    }

    void tell(Forum forum, Registration moved) {
        if (moved.isOffered()) {
            notices.offers().made(forum, moved);
        } else if (moved.isGuest()) {
            notices.offers().toOrganizers(forum, moved);
        } else {
            notices.movedUp(forum, moved);
        }
        book.told(moved);
    }

    /** Frees the seat of somebody who is cancelled, unless they have come back meanwhile. */
    void clear(String forumId, ContactId who) {
        while (true) {
            var forum = forums.find(forumId);
            var back = book.find(forumId, who).filter(known -> known.status() != Status.CANCELLED);
            if (forum.isEmpty()
                    || back.isPresent()
                    || seats.free(forum.get(), who).isPresent()) {
                return;
            }
        }
    }
}
