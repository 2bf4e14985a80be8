package org.pokana.forum;

import java.time.Clock;
import java.util.Optional;
import org.pokana.contact.Profile;
import org.pokana.forum.Seating.AlreadyIn;
import org.pokana.forum.Seating.AlreadyWaiting;
import org.pokana.forum.Seating.Closed;
import org.pokana.forum.Seating.NoSuchForum;
import org.pokana.forum.Seating.Offered;
import org.pokana.forum.Seating.Seated;
import org.pokana.forum.Seating.Waiting;
import org.pokana.kernel.ContactId;

/** Lets people in, or has them wait: the wish is written down first, then a seat is taken or a ticket drawn. */
class Admission {

    private final Forums forums;
    private final Seats seats;
    private final Book book;
    private final Ranks ranks;
    private final Promotion promotion;
    private final Handover handover;
    private final Clock clock;

    Admission(Counter counter, Clock clock) {
        this.forums = counter.forums();
        this.seats = counter.seats();
        this.book = counter.book();
        this.ranks = counter.ranks();
        this.promotion = counter.promotion();
        this.handover = counter.handover();
        this.clock = clock;
    }

    Seating register(String forumId, ContactId who, Profile profile) {
        while (true) {
            var forum = forums.find(forumId).orElse(null);
            if (forum == null) {
                return new NoSuchForum();
            }
            var before = handover.settled(forumId, who);
            boolean moves = before.filter(registration -> mayMoveUp(forum, registration))
                    .isPresent();
            var known = moves ? movedUp(forum, who) : before;
            if (known.filter(Registration::isActive).isPresent()) {
                return now(forum, moves, known.get());
            }
            if (!forum.isOpen(clock.instant())) {
                return new Closed(forum);
            }
            var answer = book.join(known, forumId, who, profile).flatMap(joined -> admit(forum, joined));
            if (answer.isPresent()) {
                return answer.get();
            }
        }
    }

    /** The seat that is kept for somebody becomes theirs; empty if they are not registered at all. */
    Optional<Seating> accept(String forumId, ContactId who) {
        while (true) {
            var forum = forums.find(forumId).orElse(null);
            if (forum == null || forum.isCancelled()) {
                return Optional.of(forum == null ? new NoSuchForum() : new Closed(forum));
            }
            var before = handover.settled(forumId, who);
            boolean moves = before.filter(registration -> mayMoveUp(forum, registration))
                    .isPresent();
            var known = (moves ? movedUp(forum, who) : before).filter(Registration::isActive);
            if (known.filter(Registration::isOffered).isEmpty()) {
                return known.map(registration -> now(forum, moves, registration));
            }
            var accepted = promotion.accept(known.get());
            if (accepted.isPresent()) {
                return accepted.map(registration -> new Seated(forum, registration));
            }
        }
    }

    private Optional<Registration> movedUp(Forum forum, ContactId who) {
        promotion.promote(forum.id(), who);
        return handover.settled(forum.id(), who);
    }

    /** Whoever answers too late, or asks in the last hours while a seat is free, gets it after all if it is their turn. */
    private boolean mayMoveUp(Forum forum, Registration known) {
        var now = clock.instant();
        return known.isOfferOver(forum, now)
                || known.isWaiting() && forum.freeSeats() > 0 && Hold.isLastHours(forum, now);
    }

    /** @param moved whether they waited until they asked just now */
    private Seating now(Forum forum, boolean moved, Registration known) {
        return moved && known.isConfirmed() ? new Seated(forum, known) : already(forum, known);
    }

    private Seating already(Forum forum, Registration known) {
        if (known.isConfirmed()) {
            return new AlreadyIn(forum, known);
        }
        // A crash may have hidden that they moved up.
        var now = known.isWaiting() && forum.seats(known.contactId())
                ? promotion.finish(known).orElse(known)
                : known;
        if (now.isConfirmed()) {
            return new AlreadyIn(forum, now);
        }
        return now.isOffered() ? new Offered(forum, now) : new AlreadyWaiting(forum, ranks.of(now, forum));
    }

    /** Empty when things changed while we looked. */
    private Optional<Seating> admit(Forum seen, Registration joined) {
        if (seen.isFull() || !book.shares(seen).suit(joined)) {
            var drawn = seats.ticket(seen, joined.contactId());
            return drawn.isPresent() ? inLine(seen, joined, drawn.get()) : missed(joined);
        }
        var taken = seats.take(seen, joined.contactId());
        return taken.isPresent() ? confirmed(taken.get(), joined) : missed(joined);
    }

    private Optional<Seating> missed(Registration joined) {
        var forum = forums.find(joined.forum()).orElse(null);
        if (forum == null || !forum.isOpen(clock.instant())) {
            book.giveUp(joined);
            return Optional.of(forum == null ? new NoSuchForum() : new Closed(forum));
        }
        // They may have a seat, left by a crash; whoever is about to clear it sees that it is claimed.
        return seats.claim(forum.id(), joined.contactId()).flatMap(claimed -> confirmed(claimed, joined));
    }

    private Optional<Seating> confirmed(Forum forum, Registration joined) {
        return book.confirm(joined, forum.desk().numbers()).map(confirmed -> new Seated(forum, confirmed));
    }

    private Optional<Seating> inLine(Forum forum, Registration joined, long ticket) {
        var waiting = book.await(joined, ticket);
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        if (promotion.isAtRest(forum)) {
            return Optional.of(new Waiting(forum, ranks.of(waiting.get(), forum)));
        }
        promotion.promote(forum.id(), joined.contactId()); // should it not be full any more
        return book.find(forum.id(), joined.contactId())
                .filter(Registration::isActive)
                .map(now -> now.isWaiting() ? promotion.finish(now).orElse(now) : now)
                .map(now -> now.isOffered() ? promotion.accept(now).orElse(now) : now)
                .map(now -> now.isConfirmed() ? new Seated(forum, now) : new Waiting(forum, ranks.of(now, forum)));
    }
}
