package org.pokana.forum;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pokana.contact.Profile;
import org.pokana.forum.Registration.Status;
import org.pokana.forum.Taking.AlreadyIn;
import org.pokana.forum.Taking.Own;
import org.pokana.forum.Taking.Taken;
import org.pokana.forum.Taking.TooLate;
import org.pokana.forum.Taking.Unknown;
import org.pokana.forum.Taking.Used;
import org.pokana.kernel.ContactId;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Lets somebody with a seat send a colleague instead, by a link that works once. Everything here may be done twice. */
@Component
class Delegations {

    private final Forums forums;
    private final Book book;
    private final SeatLinks links;
    private final Promotion promotion;
    private final Handover handover;
    private final Clock clock;

    Delegations(MongoOperations store, Forums forums, Notices notices, Clock clock) {
        var counter = Counter.of(store, forums, notices, clock);
        this.forums = forums;
        this.book = counter.book();
        this.promotion = counter.promotion();
        this.handover = counter.handover();
        this.links = new SeatLinks(store, clock);
        this.clock = clock;
    }

    /** An open link of somebody who has a seat; the token is used unless there is one already. */
    Optional<SeatLink> offer(String forum, ContactId who, String token) {
        return links.make(forum, who, token).map(Registration::link);
    }

    boolean withdraw(String forum, ContactId who) {
        return links.withdraw(forum, who);
    }

    /** A seat that is offered, as long as nobody has taken it. */
    record Offered(Forum forum, Registration by) {}

    Optional<Offered> offered(String token) {
        return links.find(token).filter(Delegations::isOpen).flatMap(by -> forums.find(by.forum())
                .map(forum -> new Offered(forum, by)));
    }

    /** What would come of taking it, as far as that can be seen; empty when nothing stands against it. */
    Optional<Taking> obstacle(String token, ContactId who) {
        var seatedBefore = links.find(token).flatMap(by -> seated(by.forum(), who));
        var by = links.find(token).orElse(null); // once more: it may be by this link that they are seated
        var forum = by == null ? null : forums.find(by.forum()).orElse(null);
        if (by == null || forum == null) {
            return Optional.of(new Unknown());
        }
        if (!isOpen(by)) {
            return Optional.of(afterwards(forum, by, who));
        }
        if (forum.isCancelled() || forum.hasStarted(clock.instant())) {
            return Optional.of(new TooLate(forum));
        }
        if (by.contactId().equals(who)) {
            return Optional.of(new Own(forum));
        }
        return seatedBefore.map(in -> new AlreadyIn(forum, in));
    }

    private static boolean isOpen(Registration by) {
        return by.link() != null && by.link().isOpen() && by.isConfirmed() && !by.hasArrived();
    }

    private Taking afterwards(Forum forum, Registration by, ContactId who) {
        if (by.link() == null || by.link().isOpen()) {
            return new Unknown();
        }
        return Optional.of(who.value())
                .filter(Predicate.isEqual(by.link().to()))
                .flatMap(taker -> seated(forum.id(), who))
                .<Taking>map(seated -> new Taken(forum, seated))
                .orElseGet(Used::new);
    }

    private Optional<Registration> seated(String forum, ContactId who) {
        return book.find(forum, who).filter(Registration::isConfirmed);
    }

    /** Call only after the person consented. */
    Taking take(String token, ContactId who, Profile profile) {
        while (true) {
            var by = links.find(token);
            settle(token);
            var known = by.flatMap(giver -> handover.settled(giver.forum(), who));
            var obstacle = obstacle(token, who);
            if (obstacle.isPresent()) {
                return obstacle.get();
            }
            by.ifPresent(giver -> wish(known, giver, who, profile).ifPresent(wish -> takeFrom(giver, token, wish)));
        }
    }

    /** Finishes what a crash left half done, such as telling the others; for whoever hears again that the seat is theirs. */
    void settle(String token) {
        links.find(token).ifPresent(giver -> handover.settled(giver.forum(), giver.contactId()));
    }

    /** Written down first, as for everybody; who waits in line keeps their place until the seat is theirs. */
    private Optional<Registration> wish(
            Optional<Registration> known, Registration giver, ContactId who, Profile profile) {
        return known.filter(Registration::isActive).isPresent()
                ? known.filter(Registration::awaitsSeat)
                : book.join(known, giver.forum(), who, profile);
    }

    private void takeFrom(Registration giver, String token, Registration wish) {
        var begun = links.take(giver, token, wish.contactId());
        begun.ifPresent(handover::finish);
        if (begun.isEmpty() && wish.status() == Status.JOINING) {
            book.giveUp(wish);
        }
        promotion.promote(giver.forum(), null); // whoever looked meanwhile kept the line open for this wish
    }

    /** The forums at which somebody took a colleague's seat. */
    Set<String> takenBy(ContactId who) {
        return links.takenBy(who).stream()
                .filter(from -> from.link() != null && !from.link().unites())
                .map(Registration::forum)
                .collect(Collectors.toSet());
    }

    /** Nothing here says any more that this person took somebody's seat. */
    void forget(ContactId taker) {
        links.takenBy(taker).forEach(giver -> {
            handover.settled(giver.forum(), giver.contactId());
            links.forget(giver);
        });
    }
}
