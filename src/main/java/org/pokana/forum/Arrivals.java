package org.pokana.forum;

import static org.pokana.forum.Registration.Status.CONFIRMED;
import static org.pokana.forum.Registration.Status.OFFERED;
import static org.pokana.forum.Registration.Status.WAITLISTED;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.pokana.kernel.ContactId;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Who has come to a forum. Each note is one write to one registration and is safe to repeat. */
@Component
public class Arrivals {

    private final MongoOperations store;
    private final Clock clock;

    public Arrivals(MongoOperations store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Somebody with a seat is there; the first who notes it counts. The registration as it is then; empty without a
     * seat.
     *
     * @param by the person or a helper at the door
     */
    public Optional<Registration> checkIn(String forumId, ContactId who, ContactId by) {
        store.updateFirst(
                query(seated(forumId, who).and("checkedInAt").is(null)),
                Update.update("checkedInAt", clock.instant())
                        .set("checkedInBy", by.value())
                        .unset("wrongCodes"),
                Registration.class);
        return Optional.ofNullable(store.findOne(query(seated(forumId, who)), Registration.class))
                .filter(Registration::hasArrived);
    }

    /** It was a mistake: they are expected again. */
    public Optional<Registration> undo(String forumId, ContactId who) {
        return Optional.ofNullable(store.findAndModify(
                query(seated(forumId, who)),
                new Update().unset("checkedInAt").unset("checkedInBy"),
                FindAndModifyOptions.options().returnNew(true),
                Registration.class));
    }

    /** Somebody typed a code that is not the one at the door; what is known of them then. Heard twice, it counts twice. */
    Optional<WrongCodes> wrongCode(String forumId, ContactId who) {
        return Optional.ofNullable(store.findAndModify(
                        query(seated(forumId, who)),
                        new Update().inc("wrongCodes.count", 1).set("wrongCodes.last", clock.instant()),
                        FindAndModifyOptions.options().returnNew(true),
                        Registration.class))
                .map(Registration::wrongCodes);
    }

    /** How many are there already. */
    public long count(String forumId) {
        return store.count(
                query(where("forum")
                        .is(forumId)
                        .and("status")
                        .is(CONFIRMED)
                        .and("checkedInAt")
                        .ne(null)),
                Registration.class);
    }

    /** Whoever has or had this number. */
    public Optional<Registration> numbered(String forumId, long number) {
        return Optional.ofNullable(
                store.findOne(query(where("forum").is(forumId).and("number").is(number)), Registration.class));
    }

    /** Whoever waits with this ticket. */
    Optional<Registration> waiting(String forumId, long ticket) {
        return Optional.ofNullable(store.findOne(
                query(where("forum")
                        .is(forumId)
                        .and("status")
                        .in(WAITLISTED, OFFERED)
                        .and("waitSeq")
                        .is(ticket)),
                Registration.class));
    }

    /** One person had two registrations, and was noted with the one that is not there any more. */
    void carryOver(Registration there, ContactId once) {
        store.updateFirst(
                query(seated(there.forum(), once).and("checkedInAt").is(null)),
                Update.update("checkedInAt", there.checkedInAt()).set("checkedInBy", there.checkedInBy()),
                Registration.class);
    }

    List<Registration> notedBy(ContactId by) {
        return store.find(query(where("checkedInBy").is(by.value())), Registration.class);
    }

    /** That they came stays noted, but no longer by whom. */
    void forgetWhoNoted(ContactId by) {
        store.updateMulti(
                query(where("checkedInBy").is(by.value())), new Update().unset("checkedInBy"), Registration.class);
    }

    private static Criteria seated(String forumId, ContactId who) {
        return where("_id").is(Registration.id(forumId, who)).and("status").is(CONFIRMED);
    }
}
