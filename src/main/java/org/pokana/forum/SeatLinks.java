package org.pokana.forum;

import static org.pokana.forum.Registration.Status.CONFIRMED;
import static org.pokana.forum.Registration.Status.HANDING_OVER;
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

/**
 * The links by which seats change hands. Each stands in the registration it gives away, so one write to that document
 * decides between everybody who takes it, the person who withdraws it, and the person who gives the seat up.
 */
class SeatLinks {

    private final MongoOperations store;
    private final Clock clock;

    SeatLinks(MongoOperations store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The registration with an open link: the one there is, or one with the new token; empty without a seat to give. */
    Optional<Registration> make(String forum, ContactId who, String token) {
        store.updateFirst(
                query(seated(forum, who)
                        .orOperator(where("link").is(null), where("link.to").ne(null))),
                Update.update("link", new SeatLink(token, clock.instant(), null)),
                Registration.class);
        return Optional.ofNullable(store.findOne(query(open(seated(forum, who))), Registration.class));
    }

    /** False if there is none, or a colleague has taken it. */
    boolean withdraw(String forum, ContactId who) {
        return store.updateFirst(query(open(seated(forum, who))), new Update().unset("link"), Registration.class)
                        .getModifiedCount()
                == 1;
    }

    Optional<Registration> find(String token) {
        return token.equals(SeatLink.SAME_PERSON)
                ? Optional.empty()
                : Optional.ofNullable(store.findOne(query(where("link.token").is(token)), Registration.class));
    }

    /** From here on the seat is theirs; empty if the link is not open any more. */
    Optional<Registration> take(Registration from, String token, ContactId to) {
        return Optional.ofNullable(store.findAndModify(
                query(open(seated(from.forum(), from.contactId()))
                        .and("link.token")
                        .is(token)),
                Update.update("status", HANDING_OVER).set("link.to", to.value()).set("changedAt", clock.instant()),
                FindAndModifyOptions.options().returnNew(true),
                Registration.class));
    }

    /** From here on the seat is that of the same person's other registration; empty if it is not as it was seen. */
    Optional<Registration> unite(Registration twice, ContactId once) {
        return Optional.ofNullable(store.findAndModify(
                query(where("_id")
                        .is(twice.id())
                        .and("status")
                        .is(CONFIRMED)
                        .and("joins")
                        .is(twice.joins())),
                Update.update("status", HANDING_OVER)
                        .set("link", new SeatLink(SeatLink.SAME_PERSON, clock.instant(), once.value()))
                        .set("changedAt", clock.instant()),
                FindAndModifyOptions.options().returnNew(true),
                Registration.class));
    }

    List<Registration> takenBy(ContactId who) {
        return store.find(query(where("link.to").is(who.value())), Registration.class);
    }

    /** A link that was taken says by whom; without it, it is one nobody knows. */
    void forget(Registration from) {
        store.updateFirst(
                query(where("_id").is(from.id()).and("status").ne(HANDING_OVER)),
                new Update().unset("link"),
                Registration.class);
    }

    /** Whoever is at the forum already needs their seat. */
    private static Criteria seated(String forum, ContactId who) {
        return where("_id")
                .is(Registration.id(forum, who))
                .and("status")
                .is(CONFIRMED)
                .and("checkedInAt")
                .is(null);
    }

    private static Criteria open(Criteria registration) {
        return registration.and("link").ne(null).and("link.to").is(null);
    }
}
