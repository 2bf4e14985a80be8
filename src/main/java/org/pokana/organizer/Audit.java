package org.pokana.organizer;

import java.time.Clock;
import java.time.Instant;
import org.pokana.kernel.ContactId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;

/** Who did what and when, where it matters; ids, no names. */
@Component
class Audit {

    private final MongoOperations store;
    private final Clock clock;

    Audit(MongoOperations store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** One thing that was done. */
    @Document("audit")
    record Entry(@Id String id, String who, String what, Instant at) {}

    /** What is noted already under the same id stays as it is. */
    void note(String id, ContactId who, String what) {
        try {
            store.insert(new Entry(id, who.value(), what, clock.instant()));
        } catch (DuplicateKeyException notedBefore) {
            return; // the act was repeated after a crash
        }
    }
}
