package org.pokana.faq;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * How many found an answer helpful, and what the others missed. Only counted: to take back a second press, we would have
 * to remember who asked what, so after a crash an opinion may count twice.
 */
@Component
public class Opinions {

    private final MongoOperations store;

    Opinions(MongoOperations store) {
        this.store = store;
    }

    /**
     * What people think of one entry.
     *
     * @param open how many it did not help since somebody last saw to it
     * @param reasons those of them who said why, by the complaint's name
     */
    @Document("faqFeedback")
    public record Opinion(
            @Id String entry,
            long helpful,
            long unhelpful,
            @Nullable Long open,
            @Nullable Map<String, Long> reasons) {

        /** What is still to be seen to. */
        public long unheard() {
            return open == null ? 0 : open;
        }

        public Map<Complaint, Long> complaints() {
            var complaints = new EnumMap<Complaint, Long>(Complaint.class);
            if (reasons != null) {
                reasons.forEach((name, count) -> complaints.put(Complaint.valueOf(name), count));
            }
            return complaints;
        }
    }

    void count(String entry, boolean helpful) {
        increase(
                entry,
                helpful
                        ? new Update().inc("helpful", 1).inc("unhelpful", 0)
                        : new Update().inc("helpful", 0).inc("unhelpful", 1).inc("open", 1));
    }

    /** Why it did not help somebody who was counted already. */
    void complain(String entry, Complaint why) {
        increase(
                entry,
                new Update().inc("reasons." + why.name(), 1).inc("helpful", 0).inc("unhelpful", 0));
    }

    private void increase(String entry, Update update) {
        try {
            store.upsert(query(where("_id").is(entry)), update, Opinion.class);
        } catch (DuplicateKeyException somebodyWasFaster) {
            store.upsert(query(where("_id").is(entry)), update, Opinion.class);
        }
    }

    public Optional<Opinion> of(String entry) {
        return Optional.ofNullable(store.findById(entry, Opinion.class));
    }

    /** Those that did not help somebody since they were last seen to, the most frequent first. */
    public List<Opinion> unheard() {
        var most =
                query(where("open").gt(0)).with(Sort.by(Direction.DESC, "open").and(Sort.by("_id")));
        return store.find(most, Opinion.class);
    }

    /** Somebody has seen to what was said so far. */
    public void heard(String entry) {
        store.updateFirst(
                query(where("_id").is(entry)), new Update().unset("open").unset("reasons"), Opinion.class);
    }
}
