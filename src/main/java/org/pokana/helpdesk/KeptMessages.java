package org.pokana.helpdesk;

import static org.pokana.kernel.Phrase.phrase;
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
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Remembers;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** What is kept of messages left before they could be answered here; forgotten also in the chats they were brought to. */
@Component
class KeptMessages implements Remembers, Forgets, Fades {

    private final MongoOperations store;
    private final Outbox outbox;
    private final TakingBack takingBack;

    KeptMessages(MongoOperations store, Outbox outbox, TakingBack takingBack) {
        this.store = store;
        this.outbox = outbox;
        this.takingBack = takingBack;
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
            takingBack.takeBack(message.cause(), outbox.of(message.cause()), phrase("helpdesk.taken-back"));
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
