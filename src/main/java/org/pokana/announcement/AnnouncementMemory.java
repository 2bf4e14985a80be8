package org.pokana.announcement;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Map;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Forgets;
import org.pokana.messaging.Remembers;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** What announcements know of people: who sent them, and who is still to get them. */
@Component
class AnnouncementMemory implements Remembers, Forgets {

    private final MongoOperations store;

    AnnouncementMemory(MongoOperations store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "announcements";
    }

    @Override
    public List<?> of(ContactId contact, List<Address> addresses) {
        return store.find(sentBy(contact), Announcement.class).stream()
                .map(sent -> Map.of(
                        "sent",
                        sent.frozenAt().toString(),
                        "texts",
                        sent.texts().words()))
                .toList();
    }

    /** What an organizer sent remains, without saying who it was. */
    @Override
    public void forget(ContactId contact, List<Address> addresses) {
        store.updateMulti(sentBy(contact), new Update().unset("createdBy").unset("reportTo"), Announcement.class);
        store.updateMulti(
                query(where("contacts").is(contact.value())),
                new Update().pull("contacts", contact.value()),
                Recipients.class);
    }

    private static Query sentBy(ContactId contact) {
        return query(where("createdBy").is(contact.value()));
    }
}
