package org.pokana.forum;

import java.time.Clock;
import java.util.Optional;
import org.pokana.contact.Profile;
import org.pokana.forum.Registration.Status;
import org.pokana.forum.Seating.Closed;
import org.pokana.forum.Seating.NoSuchForum;
import org.pokana.forum.Seating.Waiting;
import org.pokana.kernel.ContactId;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Those who stand at the door without a seat: they may ask for one, and an organizer lets them in. */
@Component
class WalkIns {

    private final Forums forums;
    private final Seats seats;
    private final Book book;
    private final Ranks ranks;
    private final Promotion promotion;
    private final Handover handover;
    private final Notices notices;
    private final Clock clock;

    WalkIns(MongoOperations store, Forums forums, Notices notices, Clock clock) {
        var counter = Counter.of(store, forums, notices, clock);
        this.forums = forums;
        this.seats = counter.seats();
        this.book = counter.book();
        this.ranks = counter.ranks();
        this.promotion = counter.promotion();
        this.handover = counter.handover();
        this.notices = notices;
        this.clock = clock;
    }

    /** A place in line, from which nobody moves up by themselves any more. Call only after the person consented. */
    Seating ask(String forumId, ContactId who, Profile profile) {
        while (true) {
            var forum = forums.find(forumId).orElse(null);
            if (forum == null) {
                return new NoSuchForum();
            }
            var known = handover.settled(forumId, who);
            if (known.filter(Registration::isActive).isPresent()) {
                return known.get().isConfirmed()
                        ? new Seating.AlreadyIn(forum, known.get())
                        : new Seating.AlreadyWaiting(forum, ranks.of(known.get()));
            }
            if (!forum.takesWalkIns(clock.instant())) {
                return new Closed(forum);
            }
            var waiting = book.join(known, forumId, who, profile).flatMap(wish -> line(forum, wish));
            if (waiting.isPresent()) {
                return new Waiting(forum, ranks.of(waiting.get()));
            }
        }
    }

    private Optional<Registration> line(Forum forum, Registration wish) {
        var drawn = seats.ticketAtDoor(forum, wish.contactId());
        if (drawn.isEmpty()) {
            book.giveUp(wish);
        }
        return drawn.flatMap(ticket -> book.await(wish, ticket));
    }

    /**
     * Gives a seat to somebody who is there; empty when there is none or the forum is past.
     *
     * @param beyond whether an organizer said that there is room for one more than there are seats
     */
    Optional<Registration> admit(String forumId, ContactId who, Profile profile, boolean beyond) {
        promotion.promote(forumId, null); // nobody keeps a seat that nobody answered for
        while (true) {
            var forum = forums.find(forumId).filter(this::isNotPast).orElse(null);
            var known = handover.settled(forumId, who);
            if (known.filter(Registration::isConfirmed).isPresent()) {
                return known;
            }
            if (forum == null || forum.freeSeats() == 0 && !beyond && !forum.seats(who)) {
                known.filter(wish -> wish.status() == Status.JOINING).ifPresent(book::giveUp);
                return Optional.empty();
            }
            var wish = known.filter(Registration::awaitsSeat).or(() -> book.join(known, forumId, who, profile));
            var admitted = wish.flatMap(joined -> seat(forum, joined, beyond));
            if (admitted.isPresent()) {
                return admitted;
            }
        }
    }

    private boolean isNotPast(Forum forum) {
        var now = clock.instant();
        return !forum.isCancelled() && (!forum.isOver(now) || forum.canBeNoted(now));
    }

    /** Empty when things changed while we looked. */
    private Optional<Registration> seat(Forum forum, Registration wish, boolean beyond) {
        var who = wish.contactId();
        var seated = forum.seats(who) ? seats.claim(forum.id(), who) : seats.admit(forum, who, beyond);
        if (seated.isEmpty()) {
            return Optional.empty();
        }
        var confirmed = book.confirm(wish, seated.get().desk().numbers());
        if (confirmed.isEmpty()) {
            promotion.leftMeanwhile(forum.id(), who);
            return Optional.empty();
        }
        notices.admitted(seated.get(), confirmed.get());
        book.told(confirmed.get());
        return confirmed;
    }
}
