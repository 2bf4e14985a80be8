package org.pokana.announcement;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Forgets;
import org.pokana.messaging.Remembers;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** What announcements know of people: who sent them, who is still to get them and who has read them. */
@Component
class AnnouncementMemory implements Remembers, Forgets {

    private final MongoOperations store;
    private final Receipts receipts;

    AnnouncementMemory(MongoOperations store, Receipts receipts) {
        this.store = store;
        this.receipts = receipts;
    }

    @Override
    public String name() {
        return "announcements";
    }

    @Override
    public List<?> of(ContactId contact, List<Address> addresses) {
        var sent = store.find(sentBy(contact), Announcement.class).stream()
                .map(one -> Map.of(
                        "sent", one.frozenAt().toString(), "texts", one.texts().words()));
        var read = receipts.of(contact).stream()
                .map(receipt -> Map.of(
                        "read", receipt.announcement(), "at", receipt.at().toString()));
        return Stream.concat(sent, read).toList();
    }

    /** What an organizer sent remains, without saying who it was. */
    @Override
    public void forget(ContactId contact, List<Address> addresses) {
        store.updateMulti(sentBy(contact), new Update().unset("createdBy").unset("reportTo"), Announcement.class);
        store.updateMulti(
                query(where("withdrawal.by").is(contact.value())),
                new Update().unset("withdrawal.by").unset("withdrawal.reportTo"),
                Announcement.class);
        receipts.forget(contact);
        store.updateMulti(
                query(where("contacts").is(contact.value())),
                new Update().pull("contacts", contact.value()),
                Recipients.class);
    }

    private static Query sentBy(ContactId contact) {
        return query(where("createdBy").is(contact.value()));
    }
}
