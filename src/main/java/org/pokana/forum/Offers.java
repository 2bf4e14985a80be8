package org.pokana.forum;

import java.time.Clock;
import java.util.Optional;

/**
 * Seats kept for the first in line until they answer. Such a seat stands in the forum's document like any other, so
 * nobody else can have it; what becomes of it is decided by the one write that takes the registration out of
 * {@code OFFERED}, whoever makes it, and what follows is done by whoever comes along.
 */
class Offers {

    /** Whoever let so many pass is not asked again until they register anew. */
    private static final int MOST_LAPSES = 2;

    private final Forums forums;
    private final Seats seats;
    private final Book book;
    private final OfferNotices notices;
    private final Clock clock;

    Offers(Forums forums, Seats seats, Book book, OfferNotices notices, Clock clock) {
        this.forums = forums;
        this.seats = seats;
        this.book = book;
        this.notices = notices;
        this.clock = clock;
    }

    /** For somebody in line who was given a seat just now; empty if they have left. */
    Optional<Registration> make(Forum seated, Registration first) {
        var now = clock.instant();
        var offer = new Offer(now, Hold.until(seated, now), first.lapses());
        return book.offer(first, offer, seated.desk().numbers());
    }

    /** The seat is theirs; empty if it is not kept for them any more. */
    Optional<Registration> accept(Registration offered) {
        var claimed = seats.claim(offered.forum(), offered.contactId());
        if (claimed.isEmpty()) {
            book.lapse(offered); // there is no seat to accept, so they wait again
            return Optional.empty();
        }
        return claimed.flatMap(forum -> book.confirm(offered, forum.desk().numbers()));
    }

    /** Ends what is over by the clock, and finishes what others ended; whether there was anything. */
    boolean passOn(Forum forum) {
        var now = clock.instant();
        boolean any = false;
        for (Registration offered : book.offers(forum.id())) {
            if (offered.hasLapsed()) {
                settle(offered);
                any = true;
            } else if (offered.isOfferOver(forum, now)) {
                book.lapse(offered).ifPresent(this::settle);
                any = true;
            }
        }
        return any;
    }

    boolean anyOver(Forum forum) {
        var now = clock.instant();
        return book.offers(forum.id()).stream()
                .anyMatch(offered -> offered.hasLapsed() || offered.isOfferOver(forum, now));
    }

    /** Frees the seat first: a person who waits never has one. */
    void settle(Registration lapsed) {
        free(lapsed);
        var forum = forums.find(lapsed.forum()).orElse(null);
        if (forum == null) {
            return;
        }
        boolean began = forum.hasStarted(clock.instant());
        boolean last = lapsed.lapses() >= MOST_LAPSES && !began;
        if (!began) {
            notices.over(forum, lapsed, last);
        }
        if (last) {
            book.giveUp(lapsed);
            return;
        }
        seats.ticketAgain(forum.id()).ifPresent(ticket -> book.awaitAgain(lapsed, ticket));
    }

    private void free(Registration lapsed) {
        while (true) {
            var forum = forums.find(lapsed.forum()).orElse(null);
            if (forum == null || !forum.seats(lapsed.contactId()) || !isStillDue(lapsed)) {
                return;
            }
            if (seats.free(forum, lapsed.contactId()).isPresent()) {
                return;
            }
        }
    }

    /** Looked at after the forum: a seat they were given since is not this one. */
    private boolean isStillDue(Registration lapsed) {
        return book.find(lapsed.forum(), lapsed.contactId())
                .filter(Registration::hasLapsed)
                .filter(now -> now.joins() == lapsed.joins() && now.waitSeq() == lapsed.waitSeq())
                .isPresent();
    }
}
