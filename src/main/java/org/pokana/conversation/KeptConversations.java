package org.pokana.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Fades;
import org.pokana.messaging.Forgets;
import org.pokana.messaging.Remembers;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * What is kept of where we stand with people, answers in unfinished forms among it. Apart from {@link Conversations},
 * which knows the flows, while flows about people's data know this.
 */
@Component
class KeptConversations implements Remembers, Forgets, Fades {

    private final MongoOperations store;

    KeptConversations(MongoOperations store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "conversations";
    }

    /** As they are stored, so that a field added later is never left out. */
    @Override
    public List<?> of(ContactId contact, List<Address> addresses) {
        return store.find(of(contact), Document.class, store.getCollectionName(Conversation.class));
    }

    @Override
    public void forget(ContactId contact, List<Address> addresses) {
        store.remove(of(contact), Conversation.class);
    }

    @Override
    public long fade(Instant before) {
        return store.remove(query(where("at").lt(before)), Conversation.class).getDeletedCount();
    }

    private static Query of(ContactId contact) {
        return query(where("contact").is(contact.value()));
    }
}
