package org.pokana.forum;

import java.util.Optional;
import org.pokana.forum.Registration.Status;
import org.pokana.kernel.ContactId;

/**
 * Moves a seat from one person to another. It is decided when the giver's registration says {@code HANDING_OVER}; what
 * follows is done by whoever comes along, any number of times: nothing in it can be decided otherwise.
 */
class Handover {

    private final Forums forums;
    private final Seats seats;
    private final Book book;
    private final Promotion promotion;
    private final Notices notices;

    Handover(Forums forums, Seats seats, Book book, Promotion promotion, Notices notices) {
        this.forums = forums;
        this.seats = seats;
        this.book = book;
        this.promotion = promotion;
        this.notices = notices;
    }

    /** Finishes one that was cut short; whoever took the seat may still wait for an answer. */
    void rescue(Registration from) {
        finish(from);
        taker(from).ifPresent(taker -> {
            var forum = forums.find(from.forum());
            var seated = book.find(from.forum(), taker).filter(Registration::isConfirmed);
            forum.ifPresent(there -> seated.ifPresent(registration -> {
                if (unites(from)) {
                    notices.movedUp(there, registration);
                } else {
                    notices.tookOver(there, registration);
                }
            }));
        });
    }

    void finish(Registration from) {
        taker(from).ifPresent(to -> {
            settle(from.forum(), to, move(from, to));
            tell(from, to);
            book.handedOver(from);
        });
    }

    /** Somebody's registration once nothing is half done with it. */
    Optional<Registration> settled(String forum, ContactId who) {
        var known = book.find(forum, who);
        var givesUp = known.filter(Registration::isHandingOver);
        givesUp.ifPresent(this::finish);
        var lapsed = known.filter(Registration::hasLapsed);
        lapsed.ifPresent(promotion::settle);
        return givesUp.isPresent() || lapsed.isPresent() ? book.find(forum, who) : known;
    }

    private static boolean unites(Registration from) {
        return from.link() != null && from.link().unites();
    }

    private static Optional<ContactId> taker(Registration from) {
        return Optional.ofNullable(from.link()).map(SeatLink::to).map(ContactId::new);
    }

    /**
     * Looks at the forum first: a seat the giver was given after their registration was read is not this one. The forum
     * right after it moved; empty when that was done before.
     */
    private Optional<Forum> move(Registration from, ContactId to) {
        while (true) {
            var forum = forums.find(from.forum()).orElse(null);
            if (forum == null || !forum.seats(from.contactId()) || !isStillDue(from)) {
                return Optional.empty();
            }
            if (!forum.seats(to)) {
                var moved = seats.move(forum, from.contactId(), to);
                if (moved.isPresent()) {
                    return moved;
                }
            } else if (isDecided(forum, to)
                    && seats.drop(forum, from.contactId(), to).isPresent()) {
                promotion.promote(forum.id(), null);
            }
        }
    }

    /** A seat that is only kept for them would be lost to them should they not answer in time: it becomes theirs first. */
    private boolean isDecided(Forum forum, ContactId to) {
        var taker = book.find(forum.id(), to).orElse(null);
        if (taker != null && taker.hasLapsed()) {
            promotion.settle(taker);
            return false;
        }
        return taker == null || !taker.awaitsSeat() || isNowTheirs(taker);
    }

    private boolean isNowTheirs(Registration taker) {
        var claimed = seats.claim(taker.forum(), taker.contactId());
        var confirmed =
                claimed.flatMap(forum -> book.confirm(taker, forum.desk().numbers()));
        confirmed.ifPresent(book::told);
        return confirmed.isPresent();
    }

    private boolean isStillDue(Registration from) {
        return book.find(from.forum(), from.contactId())
                .filter(Registration::isHandingOver)
                .filter(now -> now.joins() == from.joins())
                .isPresent();
    }

    /** Writes down that the seat is theirs, or frees it if they no longer want it. */
    private void settle(String forum, ContactId to, Optional<Forum> moved) {
        var claimed = moved;
        while (true) {
            var taker = book.find(forum, to).orElse(null);
            if (taker == null || taker.status() == Status.CANCELLED) {
                promotion.clear(forum, to);
                promotion.promote(forum, null);
                return;
            }
            if (taker.isConfirmed() || taker.isHandingOver()) {
                return;
            }
            if (taker.hasLapsed()) {
                promotion.settle(taker);
                continue;
            }
            claimed = claimed.or(() -> seats.claim(forum, to));
            if (claimed.isEmpty()) {
                return; // they gave it up, and want one anew
            }
            book.confirm(taker, claimed.get().desk().numbers()).ifPresent(book::told);
            claimed = Optional.empty();
        }
    }

    private void tell(Registration from, ContactId to) {
        forums.find(from.forum()).ifPresent(forum -> {
            if (unites(from)) {
                notices.united(forum, from);
                return;
            }
            notices.handedOver(forum, from);
            book.find(forum.id(), to)
                    .filter(Registration::isConfirmed)
                    .ifPresent(taker -> notices.toOrganizers(forum, from, taker));
        });
    }
}
