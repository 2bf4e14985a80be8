package org.pokana.phone;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Fades;
import org.pokana.messaging.Forgets;
import org.pokana.messaging.Remembers;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** A person's number is theirs to see and to have forgotten, and goes by itself when nobody need call them any more. */
@Component
class PhoneMemory implements Remembers, Forgets, Fades {

    private static final int AT_ONCE = 500;

    private final MongoOperations store;
    private final PhoneNumbers numbers;
    private final List<StillNeeded> needs;

    PhoneMemory(MongoOperations store, PhoneNumbers numbers, List<StillNeeded> needs) {
        this.store = store;
        this.numbers = numbers;
        this.needs = needs;
    }

    @Override
    public String name() {
        return "phone";
    }

    @Override
    public List<?> of(ContactId contact, List<Address> addresses) {
        var left = store.findById(contact.value(), Left.class);
        return left == null
                ? List.of()
                : List.of(Map.of("number", left.number(), "at", left.at().toString()));
    }

    @Override
    public void forget(ContactId contact, List<Address> addresses) {
        numbers.remove(contact.value());
    }

    @Override
    public long fade(Instant before) {
        long faded = 0;
        var some = leftBefore(before, "");
        while (!some.isEmpty()) {
            var over = query(where("_id").in(notNeeded(some, before)).and("at").lt(before));
            faded += store.remove(over, Left.class).getDeletedCount();
            some = leftBefore(before, some.get(some.size() - 1));
        }
        return faded;
    }

    private Set<String> notNeeded(List<String> some, Instant since) {
        var over = new HashSet<>(some);
        needs.forEach(need -> over.removeAll(need.since(since, some)));
        return over;
    }

    private List<String> leftBefore(Instant before, String after) {
        var old = query(where("_id").gt(after).and("at").lt(before))
                .with(Sort.by("_id"))
                .limit(AT_ONCE);
        return store.find(old, Left.class).stream().map(Left::whose).toList();
    }
}
