package org.pokana.forum;

import static org.pokana.forum.Registration.Status.CANCELLED;
import static org.pokana.forum.Registration.Status.CONFIRMED;
import static org.pokana.forum.Registration.Status.HANDING_OVER;
import static org.pokana.forum.Registration.Status.JOINING;
import static org.pokana.forum.Registration.Status.LAPSED;
import static org.pokana.forum.Registration.Status.OFFERED;
import static org.pokana.forum.Registration.Status.WAITLISTED;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.pokana.forum.Registration.Status;

/** Finishes what a crash left half done, and nothing else: whatever is younger than a minute may still be under way. */
class Repair {

    private static final Duration SURELY_DEAD = Duration.ofMinutes(1);
    private static final List<Status> UNFINISHED =
            List.of(HANDING_OVER, JOINING, LAPSED, OFFERED, WAITLISTED, CANCELLED, CONFIRMED);

    private final Book book;
    private final Promotion promotion;
    private final Handover handover;
    private final Clock clock;

    Repair(Book book, Promotion promotion, Handover handover, Clock clock) {
        this.book = book;
        this.promotion = promotion;
        this.handover = handover;
        this.clock = clock;
    }

    void settle(Forum forum) {
        for (Registration registration : book.in(forum.id(), UNFINISHED)) {
            if (registration.changedAt().isBefore(clock.instant().minus(SURELY_DEAD))) {
                settle(forum, registration);
            }
        }
        promotion.promote(forum.id(), null);
    }

    private void settle(Forum forum, Registration registration) {
        var who = registration.contactId();
        var seated = forum.seats(who);
        if (registration.isHandingOver()) {
            handover.rescue(registration);
        } else if (registration.untold()) {
            promotion.tell(forum, registration);
        } else if (registration.status() == CANCELLED && seated) {
            promotion.clear(forum.id(), who);
        } else if (registration.status() == JOINING && !seated) {
            book.giveUp(registration);
        } else if (registration.hasLapsed()) {
            promotion.settle(registration);
        } else if (seated && !registration.isConfirmed() && !registration.isOffered()) {
            promotion.finish(registration);
        }
    }
}
