package org.pokana.change;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Fades;
import org.pokana.messaging.Forgets;
import org.pokana.messaging.Remembers;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** What is kept of people around changes: what they have understood, and for a while that they made one. */
@Component
class ChangeMemory implements Remembers, Forgets, Fades {

    private final Acknowledgements acknowledgements;
    private final Watches watches;
    private final MongoOperations store;

    ChangeMemory(Acknowledgements acknowledgements, Watches watches, MongoOperations store) {
        this.store = store;
        this.acknowledgements = acknowledgements;
        this.watches = watches;
    }

    @Override
    public String name() {
        return "changes";
    }

    @Override
    public List<?> of(ContactId contact, List<Address> addresses) {
        var understood = acknowledgements.of(contact).stream()
                .map(said -> Map.of("understood", said.forum(), "at", said.at().toString()));
        var made = watches.of(contact).stream()
                .map(watch ->
                        Map.of("changed", watch.forum(), "at", watch.since().toString()));
        return Stream.concat(understood, made).toList();
    }

    @Override
    public void forget(ContactId contact, List<Address> addresses) {
        acknowledgements.forget(contact);
        watches.forget(contact);
    }

    @Override
    public long fade(Instant before) {
        var refreshed = store.remove(query(where("at").lt(before)), Refreshing.Refreshed.class);
        return acknowledgements.fade(before) + refreshed.getDeletedCount();
    }
}
