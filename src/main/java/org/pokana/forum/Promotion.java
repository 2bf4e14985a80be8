package org.pokana.forum;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.ContactId;

/** Moves people up from the waiting list; any number of threads may do so at once. */
class Promotion {

    private final Forums forums;
    private final Seats seats;
    private final Book book;
    private final Notices notices;
    private final Clock clock;

    Promotion(Forums forums, Seats seats, Book book, Notices notices, Clock clock) {
        this.forums = forums;
        this.seats = seats;
        this.book = book;
        this.notices = notices;
        this.clock = clock;
    }

    /** @param asking somebody who is about to get the answer anyway and need not be written to */
    void promote(String forumId, @Nullable ContactId asking) {
        while (true) {
            var forum = forums.find(forumId).orElse(null);
            if (forum == null || forum.isCancelled() || forum.hasStarted(clock.instant()) || forum.freeSeats() == 0) {
                return;
            }
            var first = book.firstInLine(forumId).orElse(null);
            if (first != null) {
                moveUp(forum, first, asking);
            } else if (!forum.desk().line()
                    || book.anybodyJoining(forumId)
                    || seats.closeLine(forum).isPresent()) {
                return;
            }
        }
    }

    private void moveUp(Forum forum, Registration first, @Nullable ContactId asking) {
        var who = first.contactId();
        var seated = forum.seats(who) ? seats.claim(forum.id(), who) : seats.promote(forum, who);
        if (seated.isEmpty()) {
            return;
        }
        var confirmed = book.confirm(first, seated.get().desk().numbers());
        if (confirmed.isEmpty()) {
            leftMeanwhile(forum.id(), who);
        } else if (who.equals(asking)) {
            book.told(confirmed.get());
        } else {
            tell(seated.get(), confirmed.get());
        }
    }

    /** Whoever was given a seat and did not want it any more by then, unless they want one anew. */
    void leftMeanwhile(String forumId, ContactId who) {
        var backInLine = book.find(forumId, who).filter(Registration::isWaiting);
        if (backInLine.isPresent()) {
            finish(backInLine.get());
        } else {
            clear(forumId, who);
        }
    }

    /** Writes down the seat of somebody who has one and is not yet said to have it; empty if they have none. */
    Optional<Registration> finish(Registration seen) {
        var claimed = seats.claim(seen.forum(), seen.contactId());
        var confirmed = claimed.flatMap(forum -> book.confirm(seen, forum.desk().numbers()));
        confirmed.filter(Registration::untold).ifPresent(movedUp -> tell(claimed.orElseThrow(), movedUp));
        return confirmed;
    }

    void tell(Forum forum, Registration movedUp) {
        notices.movedUp(forum, movedUp);
        book.told(movedUp);
    }

    /** Frees the seat of somebody who is cancelled, unless they have come back meanwhile. */
    void clear(String forumId, ContactId who) {
        while (true) {
            var forum = forums.find(forumId);
            var back = book.find(forumId, who).filter(known -> known.status() != Registration.Status.CANCELLED);
            if (forum.isEmpty()
                    || back.isPresent()
                    || seats.free(forum.get(), who).isPresent()) {
                return;
            }
        }
    }
}
