package org.pokana.desk;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pokana.desk.Tries.Tried;
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
        var theirs = query(where("_id").is(contact.value()));
        return Stream.concat(
                        store.find(query(where("who").is(contact.value())), DeskSession.class).stream()
                                .map(KeptDesk::plain),
                        store.find(theirs, DeskPassword.class).stream().map(KeptDesk::plain))
                .toList();
    }

    private static Map<String, Object> plain(DeskPassword password) {
        return Map.of(
                "name", password.name(),
                "since", password.since().toString(),
                "lastUsed", password.lastUsed().toString(),
                "recoveryCodes", password.spare().size());
    }

    private static Map<String, Object> plain(DeskSession session) {
        return Map.of(
                "device", session.device(),
                "since", session.since().toString(),
                "lastSeen", session.lastSeen().toString());
    }

    /** They are signed out everywhere, and no password of theirs is left. */
    @Override
    public void forget(ContactId contact, List<Address> addresses) {
        store.remove(query(where("who").is(contact.value())), DeskSession.class);
        store.remove(query(where("_id").is(contact.value())), DeskLink.class);
        store.remove(query(where("_id").is(contact.value())), DeskPassword.class);
    }

    /** A password that was not used for so long ends, too: the link is always there. */
    @Override
    public long fade(Instant before) {
        return faded("lastSeen", before, DeskSession.class)
                + faded("until", before, DeskLink.class)
                + faded("lastUsed", before, DeskPassword.class)
                + faded("until", before, Tried.class);
    }

    private long faded(String field, Instant before, Class<?> kept) {
        return store.remove(query(where(field).lt(before)), kept).getDeletedCount();
    }
}
