package org.pokana.faq;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * How many found an answer helpful. Only counted: to take back a second press, we would have to remember who asked
 * what, so after a crash an opinion may count twice.
 */
@Component
class Opinions {

    private final MongoOperations store;

    Opinions(MongoOperations store) {
        this.store = store;
    }

    @Document("faqFeedback")
    record Opinion(@Id String entry, long helpful, long unhelpful) {}

    void count(String entry, boolean helpful) {
        try {
            increase(entry, helpful);
        } catch (DuplicateKeyException somebodyWasFaster) {
            increase(entry, helpful);
        }
    }

    private void increase(String entry, boolean helpful) {
        store.upsert(
                query(where("_id").is(entry)),
                new Update().inc("helpful", helpful ? 1 : 0).inc("unhelpful", helpful ? 0 : 1),
                Opinion.class);
    }

    Optional<Opinion> of(String entry) {
        return Optional.ofNullable(store.findById(entry, Opinion.class));
    }
}
