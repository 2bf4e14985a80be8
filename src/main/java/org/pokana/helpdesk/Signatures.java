package org.pokana.helpdesk;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Optional;
import org.pokana.kernel.ContactId;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;

/** By what name, if any, those who answer want to be known to those who ask. */
@Component
class Signatures {

    private final MongoOperations store;

    Signatures(MongoOperations store) {
        this.store = store;
    }

    @Document("signatures")
    record Signature(@Id String contact, String name) {}

    Optional<String> of(ContactId who) {
        return Optional.ofNullable(store.findById(who.value(), Signature.class)).map(Signature::name);
    }

    void signs(ContactId who, String name) {
        store.save(new Signature(who.value(), name));
    }

    void signsNoMore(ContactId who) {
        store.remove(query(where("_id").is(who.value())), Signature.class);
    }
}
