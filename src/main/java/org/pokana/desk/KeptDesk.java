package org.pokana.desk;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Fades;
import org.pokana.messaging.Forgets;
import org.pokana.messaging.Remembers;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** What is kept of organizers' devices, and how it goes. */
@Component
class KeptDesk implements Remembers, Forgets, Fades {

    private final MongoOperations store;

    KeptDesk(MongoOperations store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "desk";
    }

    @Override
    public List<Map<String, Object>> of(ContactId contact, List<Address> addresses) {
        return store.find(query(where("who").is(contact.value())), DeskSession.class).stream()
                .map(KeptDesk::plain)
                .toList();
    }

    private static Map<String, Object> plain(DeskSession session) {
        return Map.of(
                "device", session.device(),
                "since", session.since().toString(),
                "lastSeen", session.lastSeen().toString());
    }

    /** They are signed out everywhere. */
    @Override
    public void forget(ContactId contact, List<Address> addresses) {
        store.remove(query(where("who").is(contact.value())), DeskSession.class);
        store.remove(query(where("_id").is(contact.value())), DeskLink.class);
    }

    @Override
    public long fade(Instant before) {
        var sessions = store.remove(query(where("lastSeen").lt(before)), DeskSession.class);
        var links = store.remove(query(where("until").lt(before)), DeskLink.class);
        return sessions.getDeletedCount() + links.getDeletedCount();
    }
}
