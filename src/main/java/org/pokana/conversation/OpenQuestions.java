package org.pokana.conversation;

import java.time.Clock;
import java.util.Optional;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.kernel.Address;
import org.pokana.messaging.Awaits;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Looks up what the question takes that is open with somebody; apart from the flows, which know the channels. */
@Component
class OpenQuestions implements Awaits {

    private final MongoOperations store;
    private final Contacts contacts;
    private final Clock clock;

    OpenQuestions(MongoOperations store, Contacts contacts, Clock clock) {
        this.store = store;
        this.contacts = contacts;
        this.clock = clock;
    }

    @Override
    public boolean files(Address from) {
        return contacts.at(from)
                .flatMap(contact -> conversation(contact, from))
                .map(Conversation::talk)
                .filter(talk -> talk.takesFiles() && !talk.isStale(clock.instant()))
                .isPresent();
    }

    private Optional<Conversation> conversation(Contact contact, Address from) {
        return Optional.ofNullable(store.findById(Conversation.id(contact.id(), from), Conversation.class));
    }
}
