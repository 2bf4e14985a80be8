package org.pokana.change;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pokana.forum.Forum;
import org.pokana.kernel.ContactId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Who has understood which change of a forum. */
@Component
class Acknowledgements {

    private final MongoOperations store;
    private final Clock clock;

    Acknowledgements(MongoOperations store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Said twice it holds from the first time. */
    void note(Forum forum, ContactId person) {
        var said = new Acknowledgement(
                Acknowledgement.id(forum, person), forum.id(), forum.version(), person.value(), clock.instant());
        try {
            store.insert(said);
        } catch (DuplicateKeyException saidBefore) {
            return;
        }
    }

    boolean has(Forum forum, ContactId person) {
        return store.findById(Acknowledgement.id(forum, person), Acknowledgement.class) != null;
    }

    /** The contacts who understood the forum as it is now. */
    Set<String> of(Forum forum) {
        return store
                .find(query(where("forum").is(forum.id()).and("version").is(forum.version())), Acknowledgement.class)
                .stream()
                .map(Acknowledgement::contact)
                .collect(Collectors.toSet());
    }

    List<Acknowledgement> of(ContactId person) {
        return store.find(query(where("contact").is(person.value())), Acknowledgement.class);
    }

    void forget(ContactId person) {
        store.remove(query(where("contact").is(person.value())), Acknowledgement.class);
    }

    long fade(Instant before) {
        return store.remove(query(where("at").lt(before)), Acknowledgement.class)
                .getDeletedCount();
    }
}
