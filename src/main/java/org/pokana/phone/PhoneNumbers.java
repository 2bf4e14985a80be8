package org.pokana.phone;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The numbers people left; everything here may be done twice. */
@Component
public class PhoneNumbers {

    /** So many keys are looked up together. */
    private static final int AT_ONCE = 500;

    private final MongoOperations store;
    private final Clock clock;

    public PhoneNumbers(MongoOperations store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public Optional<PhoneNumber> of(String whose) {
        return Optional.ofNullable(store.findById(whose, Left.class)).map(left -> new PhoneNumber(left.number()));
    }

    /** Of those who left one. */
    public Map<String, PhoneNumber> of(Collection<String> people) {
        var all = List.copyOf(people);
        var found = new HashMap<String, PhoneNumber>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            var some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            store.find(query(where("_id").in(some)), Left.class)
                    .forEach(left -> found.put(left.whose(), new PhoneNumber(left.number())));
        }
        return found;
    }

    /** Instead of the one before. Call only after the person agreed. */
    public void keep(String whose, PhoneNumber number) {
        store.save(new Left(whose, number.e164(), clock.instant()));
    }

    public void remove(String whose) {
        store.remove(query(where("_id").is(whose)), Left.class);
    }
}
