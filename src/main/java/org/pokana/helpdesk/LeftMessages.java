package org.pokana.helpdesk;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** What was left while organizers could not answer here yet: what nobody has got so far is a question now. */
@Component
class LeftMessages {

    private final MongoOperations store;
    private final Contacts contacts;
    private final Asking asking;
    private final Clock clock;

    LeftMessages(MongoOperations store, Contacts contacts, Asking asking, Clock clock) {
        this.store = store;
        this.contacts = contacts;
        this.asking = asking;
        this.clock = clock;
    }

    void askWaiting() {
        store.find(query(where("passedOnAt").is(null)), LeftMessage.class).forEach(this::ask);
    }

    private void ask(LeftMessage message) {
        contacts.find(message.from()).flatMap(Contact::address).ifPresent(address -> {
            asking.ask(message.from(), address, message.id(), message.text(), message.at());
            store.updateFirst(
                    query(where("_id").is(message.id())),
                    Update.update("passedOnAt", clock.instant()),
                    LeftMessage.class);
        });
    }
}
