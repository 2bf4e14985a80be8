package org.pokana.forum;

import static org.pokana.forum.Registration.Status.CANCELLED;
import static org.pokana.forum.Registration.Status.CONFIRMED;
import static org.pokana.forum.Registration.Status.JOINING;
import static org.pokana.forum.Registration.Status.WAITLISTED;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.pokana.contact.Profile;
import org.pokana.forum.Registration.Status;
import org.pokana.kernel.ContactId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;

/** The registration documents; a status only ever changes from the one it was seen in. */
class Book {

    private final MongoOperations store;
    private final Clock clock;

    Book(MongoOperations store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Optional<Registration> find(String forum, ContactId who) {
        return Optional.ofNullable(store.findById(Registration.id(forum, who), Registration.class));
    }

    /**
     * Writes down the wish before any seat is touched, so that a crash leaves a wish without a seat rather than a seat
     * without a person; false if they hold or await a seat already.
     */
    boolean join(Optional<Registration> known, String forum, ContactId who, Profile profile) {
        if (known.isEmpty()) {
            return inserted(forum, who, profile);
        }
        if (known.get().isActive()) {
            return false;
        }
        return changed(
                known.get(),
                to(JOINING)
                        .set("profile", profile)
                        .set("registeredAt", clock.instant())
                        .set("waitSeq", 0L)
                        .set("coming", false)
                        .set("untold", false));
    }

    private boolean inserted(String forum, ContactId who, Profile profile) {
        var now = clock.instant();
        try {
            store.insert(new Registration(
                    Registration.id(forum, who), forum, who.value(), JOINING, 0, profile, 0, false, false, now, now));
            return true;
        } catch (DuplicateKeyException tappedTwice) {
            return false;
        }
    }

    /** For somebody who has the seat; whoever had a number keeps it. */
    Optional<Registration> confirm(String forum, ContactId who, long number) {
        return find(forum, who)
                .filter(known -> known.status() == JOINING || known.isWaiting())
                .filter(known -> changed(
                        known,
                        to(CONFIRMED)
                                .set("number", known.number() == 0 ? number : known.number())
                                .set("untold", known.isWaiting())))
                .flatMap(known -> find(forum, who));
    }

    boolean await(String forum, ContactId who, long ticket) {
        return changed(Registration.id(forum, who), JOINING, to(WAITLISTED).set("waitSeq", ticket));
    }

    /** The registration as it was before; empty if there was nothing to cancel. */
    Optional<Registration> cancel(String forum, ContactId who) {
        return Optional.ofNullable(store.findAndModify(
                query(where("_id").is(Registration.id(forum, who)).and("status").ne(CANCELLED)),
                to(CANCELLED).set("untold", false),
                FindAndModifyOptions.none(),
                Registration.class));
    }

    void giveUp(Registration joining) {
        changed(joining, to(CANCELLED));
    }

    private boolean changed(Registration seen, Update update) {
        return changed(seen.id(), seen.status(), update);
    }

    private boolean changed(String id, Status from, Update update) {
        var same = where("_id").is(id).and("status").is(from);
        return store.updateFirst(query(same), update, Registration.class).getMatchedCount() == 1;
    }

    private Update to(Status status) {
        return Update.update("status", status).set("changedAt", clock.instant());
    }

    Optional<Registration> firstInLine(String forum) {
        return Optional.ofNullable(store.findOne(
                query(in(forum, WAITLISTED)).with(Sort.by("waitSeq")).limit(1), Registration.class));
    }

    /** Counted from 1; far back in the line nobody counts exactly, so that it costs little. */
    int position(Registration waiting) {
        var ahead = query(in(waiting.forum(), WAITLISTED).and("waitSeq").lt(waiting.waitSeq()))
                .with(Sort.by("waitSeq"))
                .limit(Seating.MOST_COUNTED);
        ahead.fields().include("_id");
        return 1 + store.find(ahead, Document.class, "registrations").size();
    }

    List<Registration> in(String forum, List<Status> statuses) {
        return store.find(
                query(where("forum").is(forum).and("status").in(statuses)).with(Sort.by("waitSeq", "_id")),
                Registration.class);
    }

    boolean anybodyJoining(String forum) {
        return store.exists(query(in(forum, JOINING)), Registration.class);
    }

    private static Criteria in(String forum, Status status) {
        return where("forum").is(forum).and("status").is(status);
    }

    void told(Registration registration) {
        store.updateFirst(
                query(where("_id").is(registration.id())), Update.update("untold", false), Registration.class);
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
