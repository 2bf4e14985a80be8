package org.pokana.forum;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.util.Optional;
import org.pokana.forum.Forum.Status;
import org.pokana.kernel.ContactId;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The writes that give and take seats: each is one write to the forum's document which carries its own conditions, and
 * whose result is the only answer. Empty means that a condition no longer held.
 */
class Seats {

    private static final FindAndModifyOptions RESULT =
            FindAndModifyOptions.options().returnNew(true);

    private final MongoOperations store;
    private final Clock clock;

    Seats(MongoOperations store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A seat for a newcomer whom it suits: only while there is one and nobody waits for it. */
    Optional<Forum> take(Forum seen, ContactId who) {
        if (seen.capacity() < 1) {
            return Optional.empty();
        }
        return write(
                stillOpen(seen).andOperator(room(seen, who), where("desk.line").is(false), sameShares(seen)),
                seat(who));
    }

    /** A seat for the first in line; {@code seen} is from before they were found to be the first. */
    Optional<Forum> promote(Forum seen, ContactId first) {
        // Whoever leaves the line raises "freed" after they are marked, so nobody is promoted who has left.
        return write(
                forum(seen)
                        .and("status")
                        .ne(Status.CANCELLED)
                        .andOperator(sameFreed(seen), room(seen, first), sameShares(seen)),
                seat(first));
    }

    /** Where it matters who has the seats, nobody was given or gave up one since they were counted. */
    private static Criteria sameShares(Forum seen) {
        return seen.allotment() == null
                ? where("allotment").is(null)
                : sameFreed(seen).and("desk.numbers").is(seen.desk().numbers());
    }

    private static Criteria sameFreed(Forum seen) {
        return where("desk.freed").is(seen.desk().freed());
    }

    /** The capacity is part of the condition because the last seat's place in the array depends on it. */
    private static Criteria room(Forum seen, ContactId who) {
        return sameCapacity(seen)
                .and("seats")
                .ne(who.value())
                .and("seats." + (seen.capacity() - 1))
                .exists(false);
    }

    private static Criteria sameCapacity(Forum seen) {
        return where("capacity").is(seen.capacity());
    }

    private static Update seat(ContactId who) {
        return new Update().push("seats", who.value()).inc("desk.numbers", 1);
    }

    /** The seat itself changes hands: there are as many as before, and none is free for a moment. */
    Optional<Forum> move(Forum seen, ContactId from, ContactId to) {
        var place = "seats." + seen.seats().indexOf(from.value());
        return write(
                sameSeats(seen).and(place).is(from.value()).and("seats").ne(to.value()),
                Update.update(place, to.value()).inc("desk.numbers", 1));
    }

    /** The seat of somebody who leaves it to a person who came to one of their own meanwhile. */
    Optional<Forum> drop(Forum seen, ContactId from, ContactId to) {
        return write(
                sameSeats(seen).and("seats").all(from.value(), to.value()),
                new Update().pull("seats", from.value()).inc("desk.freed", 1));
    }

    /** Nobody was given a seat since, in particular not once more to the same person. */
    private static Criteria sameSeats(Forum seen) {
        return forum(seen).and("desk.numbers").is(seen.desk().numbers());
    }

    /** A new number for somebody who has a seat already: whoever wants to clear that seat sees that it was claimed. */
    Optional<Forum> claim(String forum, ContactId who) {
        return write(where("_id").is(forum).and("seats").is(who.value()), new Update().inc("desk.numbers", 1));
    }

    /** A ticket of the waiting list; unused numbers do no harm. */
    Optional<Long> ticket(Forum seen, ContactId who) {
        return draw(stillOpen(seen).and("seats").ne(who.value()));
    }

    /** The same at the door of a forum that has begun. */
    Optional<Long> ticketAtDoor(Forum seen, ContactId who) {
        return draw(forum(seen)
                .and("status")
                .ne(Status.CANCELLED)
                .and("ends")
                .gt(clock.instant())
                .and("seats")
                .ne(who.value()));
    }

    /** Whether no seat was given, freed or added since; spares whoever drew a ticket of a full forum a look for free ones. */
    boolean areAsIn(Forum seen) {
        return store.exists(query(sameSeats(seen).andOperator(sameFreed(seen), sameCapacity(seen))), Forum.class);
    }

    /** A ticket behind all others, for somebody who had one already. */
    Optional<Long> ticketAgain(String forum) {
        return draw(where("_id").is(forum));
    }

    /** Many draw one at once, and need to read nothing else of the forum. */
    private Optional<Long> draw(Criteria conditions) {
        var ticket = query(conditions);
        ticket.fields().include("desk.waitSeq");
        var drawn = store.findAndModify(
                ticket,
                new Update().inc("desk.waitSeq", 1).set("desk.line", true),
                RESULT,
                Drawn.class,
                store.getCollectionName(Forum.class));
        return Optional.ofNullable(drawn).map(forum -> forum.desk().waitSeq());
    }

    /** The part of a forum looked at here. */
    record Drawn(Ranks.Ticket desk) {}

    /** A seat for somebody whom an organizer lets in; beyond the capacity only if they said so. */
    Optional<Forum> admit(Forum seen, ContactId who, boolean beyond) {
        var place = beyond ? where("seats").ne(who.value()) : room(seen, who);
        return write(forum(seen).and("status").ne(Status.CANCELLED).andOperator(sameFreed(seen), place), seat(who));
    }

    /** Frees the seat, or the place in line, unless somebody was given a seat since {@code seen}. */
    Optional<Forum> free(Forum seen, ContactId who) {
        return write(sameSeats(seen), new Update().pull("seats", who.value()).inc("desk.freed", 1));
    }

    /** Lets newcomers go straight to the seats again, unless somebody drew a ticket since {@code seen}. */
    Optional<Forum> closeLine(Forum seen) {
        return write(forum(seen).and("desk.waitSeq").is(seen.desk().waitSeq()), Update.update("desk.line", false));
    }

    private Criteria stillOpen(Forum seen) {
        return forum(seen).and("status").is(Status.OPEN).and("starts").gt(clock.instant());
    }

    private static Criteria forum(Forum seen) {
        return where("_id").is(seen.id());
    }

    private Optional<Forum> write(Criteria conditions, Update update) {
        return Optional.ofNullable(store.findAndModify(query(conditions), update, RESULT, Forum.class));
    }
}
