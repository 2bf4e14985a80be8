package org.pokana.change;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.pokana.forum.ChangeWatch;
import org.pokana.forum.Forum;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The changes whose organizers wait to learn how many have understood. */
@Component
class Watches implements ChangeWatch {

    private final MongoOperations store;
    private final Clock clock;

    Watches(MongoOperations store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void changed(Forum forum, ContactId by, Address at) {
        var now = clock.instant();
        var id = forum.id() + ":" + forum.version();
        try {
            store.insert(new Watch(id, forum.id(), forum.version(), by.value(), at.toString(), 0, null, now, now));
        } catch (DuplicateKeyException watchedAlready) {
            return;
        }
    }

    List<Watch> due() {
        return store.find(query(where("nextAt").lte(clock.instant())), Watch.class);
    }

    /** Notes what was shown; another instance that showed the same has noted the same. */
    void shown(Watch watch, String what, Instant nextAt) {
        var seen = where("_id").is(watch.id()).and("messages").is(watch.messages());
        store.updateFirst(
                query(seen),
                Update.update("messages", watch.messages() + 1)
                        .set("shown", what)
                        .set("nextAt", nextAt),
                Watch.class);
    }

    void nextLook(Watch watch, Instant at) {
        store.updateFirst(query(where("_id").is(watch.id())), Update.update("nextAt", at), Watch.class);
    }

    void end(Watch watch) {
        store.remove(query(where("_id").is(watch.id())), Watch.class);
    }

    void forget(ContactId organizer) {
        store.remove(query(where("by").is(organizer.value())), Watch.class);
    }

    List<Watch> of(ContactId organizer) {
        return store.find(query(where("by").is(organizer.value())), Watch.class);
    }
}
