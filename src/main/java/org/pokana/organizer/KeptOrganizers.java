package org.pokana.organizer;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.stream.Stream;
import org.pokana.audit.Audit;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Forgets;
import org.pokana.messaging.Remembers;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** What is kept about organizers as such. What was done stays noted, but no longer by whom. */
@Component
class KeptOrganizers implements Remembers, Forgets {

    private final MongoOperations store;
    private final Audit audit;

    KeptOrganizers(MongoOperations store, Audit audit) {
        this.store = store;
        this.audit = audit;
    }

    @Override
    public String name() {
        return "organizing";
    }

    @Override
    public List<?> of(ContactId contact, List<Address> addresses) {
        var invitations = store.find(query(where("by").is(contact.value())), Invitation.class);
        var opened = store.find(query(where("openedBy").is(contact.value())), Invitation.class);
        return Stream.of(invitations, opened, audit.by(contact))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void forget(ContactId contact, List<Address> addresses) {
        store.remove(query(where("by").is(contact.value())), Invitation.class);
        store.remove(query(where("openedBy").is(contact.value())), Invitation.class);
        audit.forget(contact);
    }
}
