package org.pokana.helpdesk;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Fades;
import org.pokana.messaging.Forgets;
import org.pokana.messaging.Message;
import org.pokana.messaging.Remembers;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** What is kept of messages to the organizers; forgotten also in the chats they were brought to. */
@Component
class KeptMessages implements Remembers, Forgets, Fades {

    private final MongoOperations store;
    private final Delivering delivering;

    KeptMessages(MongoOperations store, Delivering delivering) {
        this.store = store;
        this.delivering = delivering;
    }

    @Override
    public String name() {
        return "left-messages";
    }

    @Override
    public List<?> of(ContactId contact, List<Address> addresses) {
        return left(contact).stream()
                .map(message -> Map.of("at", message.at().toString(), "text", message.text()))
                .toList();
    }

    @Override
    public void forget(ContactId contact, List<Address> addresses) {
        for (LeftMessage message : left(contact)) {
            delivering.takeBack(message);
            store.remove(query(where("cause").is(message.cause())), Message.class);
            store.remove(query(where("_id").is(message.id())), LeftMessage.class);
        }
    }

    @Override
    public long fade(Instant before) {
        return store.remove(query(where("at").lt(before)), LeftMessage.class).getDeletedCount();
    }

    private List<LeftMessage> left(ContactId contact) {
        return store.find(query(where("contact").is(contact.value())), LeftMessage.class);
    }
}
