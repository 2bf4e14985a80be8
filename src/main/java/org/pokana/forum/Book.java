package org.pokana.forum;

import static org.pokana.forum.Registration.Status.CANCELLED;
import static org.pokana.forum.Registration.Status.CONFIRMED;
import static org.pokana.forum.Registration.Status.JOINING;
import static org.pokana.forum.Registration.Status.LAPSED;
import static org.pokana.forum.Registration.Status.OFFERED;
import static org.pokana.forum.Registration.Status.WAITLISTED;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.pokana.contact.Profile;
import org.pokana.forum.Registration.Status;
import org.pokana.kernel.ContactId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/** The registration documents; a status only ever changes from the one it was seen in. */
class Book extends Lineup {

    /** Whoever hands their seat over has nothing left to give up. */
    private static final List<Status> CAN_LEAVE = List.of(JOINING, CONFIRMED, WAITLISTED, OFFERED, LAPSED);

    private final MongoOperations store;
    private final Clock clock;

    Book(MongoOperations store, Clock clock) {
        super(store, clock);
        this.store = store;
        this.clock = clock;
    }

    /**
     * Writes down the wish before any seat is touched, so that a crash leaves a wish without a seat rather than a seat
     * without a person; empty if somebody else was faster. Not for those who hold or await a seat.
     */
    Optional<Registration> join(Optional<Registration> known, String forum, ContactId who, Profile profile) {
        return known.isEmpty() ? inserted(forum, who, profile) : rejoined(known.get(), profile);
    }

    private Optional<Registration> inserted(String forum, ContactId who, Profile profile) {
        var now = clock.instant();
        var id = Registration.id(forum, who);
        try {
            return Optional.of(store.insert(new Registration(
                    id,
                    forum,
                    who.value(),
                    JOINING,
                    1,
                    0,
                    profile,
                    0,
                    false,
                    false,
                    now,
                    now,
                    null,
                    null,
                    null,
                    null,
                    null)));
        } catch (DuplicateKeyException tappedTwice) {
            return Optional.empty();
        }
    }

    private Optional<Registration> rejoined(Registration known, Profile profile) {
        return changed(
                known,
                to(JOINING)
                        .set("joins", known.status() == CANCELLED ? known.joins() + 1 : known.joins())
                        .set("profile", profile)
                        .set("registeredAt", clock.instant())
                        .set("waitSeq", 0L)
                        .set("coming", false)
                        .unset("offer"));
    }

    /** For somebody who was given a seat since they were seen; whoever had a number keeps it. */
    Optional<Registration> confirm(Registration seen, long number) {
        return changed(
                seen,
                to(CONFIRMED)
                        .set("number", seen.number() == 0 ? number : seen.number())
                        .set("untold", seen.awaitsSeat())
                        .unset("offer"));
    }

    /** For somebody in line for whom a seat is kept since they were seen. */
    Optional<Registration> offer(Registration waiting, Offer offer, long number) {
        return changed(
                waiting,
                to(OFFERED)
                        .set("number", waiting.number() == 0 ? number : waiting.number())
                        .set("untold", true)
                        .set("offer", offer));
    }

    /** They did not answer. */
    Optional<Registration> lapse(Registration offered) {
        return changed(offered, to(LAPSED).set("untold", false).set("offer.lapses", offered.lapses() + 1));
    }

    /** They wait again, once their seat is free. */
    Optional<Registration> awaitAgain(Registration lapsed, long ticket) {
        return changed(lapsed, to(WAITLISTED).set("waitSeq", ticket));
    }

    /** Whoever waits twice keeps the better place. */
    void moveAhead(Registration waiting, long ticket) {
        if (waiting.isWaiting() && ticket > 0 && ticket < waiting.waitSeq()) {
            changed(waiting, Update.update("waitSeq", ticket));
        }
    }

    Optional<Registration> await(Registration joining, long ticket) {
        return changed(joining, to(WAITLISTED).set("waitSeq", ticket));
    }

    /** The registration as it was before; empty if there was nothing to cancel. A link of theirs dies with it. */
    Optional<Registration> cancel(String forum, ContactId who) {
        return Optional.ofNullable(store.findAndModify(
                query(where("_id").is(Registration.id(forum, who)).and("status").in(CAN_LEAVE)),
                to(CANCELLED)
                        .set("untold", false)
                        .unset("checkedInAt")
                        .unset("checkedInBy")
                        .unset("wrongCodes")
                        .unset("link")
                        .unset("offer"),
                FindAndModifyOptions.none(),
                Registration.class));
    }

    /** The registration as cancelled, unless it is not as it was seen. */
    Optional<Registration> giveUp(Registration seen) {
        return changed(seen, to(CANCELLED).unset("offer"));
    }

    void handedOver(Registration from) {
        changed(from, to(CANCELLED));
    }

    /** The registration after the change; empty if it is not as it was seen. */
    private Optional<Registration> changed(Registration seen, Update update) {
        var asSeen = where("_id")
                .is(seen.id())
                .and("status")
                .is(seen.status())
                .and("joins")
                .is(seen.joins())
                .and("waitSeq")
                .is(seen.waitSeq());
        return Optional.ofNullable(store.findAndModify(
                query(asSeen), update, FindAndModifyOptions.options().returnNew(true), Registration.class));
    }

    private Update to(Status status) {
        return Update.update("status", status).set("changedAt", clock.instant());
    }

    void told(Registration registration) {
        var asTold = where("_id").is(registration.id()).and("waitSeq").is(registration.waitSeq());
        store.updateFirst(query(asTold), Update.update("untold", false), Registration.class);
    }

    /** Only what is cancelled can be removed, so that nobody keeps a seat without a registration. */
    boolean remove(String forum, ContactId who) {
        return store.remove(
                                query(where("_id")
                                        .is(Registration.id(forum, who))
                                        .and("status")
                                        .is(CANCELLED)),
                                Registration.class)
                        .getDeletedCount()
                == 1;
    }
}
