package org.pokana.privacy;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.pokana.contact.Contacts;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Forgets;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Forgets people who asked for it. The wish is one document, everything else follows from it: each step can be
 * repeated, so a crash between any two of them only delays the rest.
 */
@Component
public class Erasures {

    private static final Logger log = LoggerFactory.getLogger(Erasures.class);
    private static final Duration FAREWELL_MAY_TAKE = Duration.ofSeconds(30);
    private static final Duration STRAGGLERS_MAY_TAKE = Duration.ofMinutes(1);

    private final MongoOperations store;
    private final Contacts contacts;
    private final List<Forgets> places;
    private final Clock clock;

    public Erasures(MongoOperations store, Contacts contacts, List<Forgets> places, Clock clock) {
        this.store = store;
        this.contacts = contacts;
        this.places = places;
        this.clock = clock;
    }

    /** Asking twice is asking once. */
    void request(ContactId contact, List<Address> addresses) {
        try {
            store.insert(Erasure.of(contact, addresses, clock.instant()));
        } catch (DuplicateKeyException askedBefore) {
            log.info("an erasure was asked for once more");
        }
    }

    /** Takes every wish a step further, if it is time. */
    public void carryOut() {
        for (Erasure erasure : store.findAll(Erasure.class)) {
            try {
                carryOut(erasure);
            } catch (RuntimeException notNow) {
                log.warn(
                        "the erasure asked for at {} is tried again: {}",
                        erasure.requestedAt(),
                        notNow.getClass().getSimpleName());
            }
        }
    }

    private void carryOut(Erasure erasure) {
        var carriedOutAt = erasure.carriedOutAt();
        if (carriedOutAt == null) {
            if (farewellIsSaid(erasure)) {
                forget(erasure.person(), erasure.at());
                store.updateFirst(wish(erasure), Update.update("carriedOutAt", clock.instant()), Erasure.class);
            }
            return;
        }
        if (passed(carriedOutAt, STRAGGLERS_MAY_TAKE)) {
            // Without addresses: at these somebody new may be talking already.
            forget(erasure.person(), List.of());
            conclude(erasure);
        }
    }

    /** Or will never be said: then the person does not wait for it. */
    private boolean farewellIsSaid(Erasure erasure) {
        if (passed(erasure.requestedAt(), FAREWELL_MAY_TAKE)) {
            return true;
        }
        var replies = store.find(
                query(where("contact").is(erasure.contact()).and("lane").is(Lane.REPLY)), Message.class);
        return replies.stream().anyMatch(reply -> !reply.putAt().isBefore(erasure.requestedAt()))
                && replies.stream().allMatch(reply -> reply.state().isFinal());
    }

    private boolean passed(Instant since, Duration wait) {
        return !clock.instant().isBefore(since.plus(wait));
    }

    /** Every place is tried even if one fails, so that one fault keeps as little as possible. */
    private void forget(ContactId person, List<Address> addresses) {
        RuntimeException failure = null;
        for (Forgets place : places) {
            try {
                place.forget(person, addresses);
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        contacts.forget(person);
    }

    /** Leaves nothing but a number; a crash in between makes it one too small rather than one too large. */
    private void conclude(Erasure erasure) {
        if (store.remove(wish(erasure), Erasure.class).getDeletedCount() == 1) {
            store.upsert(query(where("_id").is("erasures")), new Update().inc("count", 1), "counters");
        }
    }

    private static Query wish(Erasure erasure) {
        return query(where("_id").is(erasure.contact()));
    }
}
