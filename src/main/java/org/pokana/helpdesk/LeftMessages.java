package org.pokana.helpdesk;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Ids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Keeps what people leave for the organizers and sees to it that it reaches somebody. */
@Component
public class LeftMessages {

    /** Everybody can write, and each message rings on every organizer's phone. */
    static final int MOST_A_DAY = 5;

    private final MongoOperations store;
    private final Delivering delivering;
    private final Ids ids;
    private final Clock clock;

    LeftMessages(MongoOperations store, Delivering delivering, Ids ids, Clock clock) {
        this.store = store;
        this.delivering = delivering;
        this.ids = ids;
        this.clock = clock;
    }

    boolean areTooMany(ContactId from) {
        var today = where("contact").is(from.value());
        today.and("at").gt(clock.instant().minus(Duration.ofDays(1)));
        return store.count(query(today), LeftMessage.class) >= MOST_A_DAY;
    }

    /** Leaving the same twice under one id is leaving it once. False when it waits for somebody who organizes. */
    boolean leave(ContactId from, String id, String text) {
        var message = new LeftMessage(id, from.value(), text, clock.instant(), null);
        try {
            store.insert(message);
        } catch (DuplicateKeyException taken) {
            return Optional.ofNullable(store.findById(id, LeftMessage.class))
                    .filter(before -> before.contact().equals(from.value()))
                    .filter(before -> before.text().equals(text))
                    .map(this::passOn)
                    .orElseGet(() -> leave(from, ids.next(), text));
        }
        return passOn(message);
    }

    /** Passes on what found nobody when it was left. */
    public void passOnWaiting() {
        store.find(query(where("passedOnAt").is(null)), LeftMessage.class).forEach(this::passOn);
    }

    private boolean passOn(LeftMessage message) {
        boolean somebody = delivering.deliver(message);
        if (somebody) {
            store.updateFirst(
                    query(where("_id").is(message.id())),
                    Update.update("passedOnAt", clock.instant()),
                    LeftMessage.class);
        }
        return somebody;
    }
}
