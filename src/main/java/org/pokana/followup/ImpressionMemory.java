package org.pokana.followup;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.followup.Impression.Key;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Fades;
import org.pokana.messaging.Forgets;
import org.pokana.messaging.Remembers;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** What people said of forums is theirs while it is known whose it is; what remains then are counts. */
@Component
class ImpressionMemory implements Remembers, Forgets, Fades {

    private final MongoOperations store;

    ImpressionMemory(MongoOperations store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "impressions";
    }

    @Override
    public List<?> of(ContactId contact, List<Address> addresses) {
        return store.find(of(contact), Key.class).stream()
                .flatMap(key -> Optional.ofNullable(store.findById(key.impression(), Impression.class)).stream())
                .map(ImpressionMemory::plain)
                .toList();
    }

    private static Map<String, Object> plain(Impression said) {
        var plain = new LinkedHashMap<String, Object>();
        plain.put("forum", said.forum());
        plain.put("at", said.at().toString());
        put(plain, "howItWas", said.face());
        plain.put("useful", said.parts());
        put(plain, "willApply", said.intent());
        put(plain, "remark", said.remark());
        put(plain, "applied", said.outcome());
        return plain;
    }

    private static void put(Map<String, Object> plain, String name, @Nullable Object value) {
        if (value != null) {
            plain.put(name, value.toString());
        }
    }

    /** Their words go; the key goes last, by which a repetition finds them. */
    @Override
    public void forget(ContactId contact, List<Address> addresses) {
        store.find(of(contact), Key.class).forEach(key -> {
            unsay(query(where("_id").is(key.impression())));
            store.remove(query(where("_id").is(key.id())), Key.class);
        });
    }

    @Override
    public long fade(Instant before) {
        long words = unsay(query(where("remark").ne(null).and("at").lt(before)));
        return words + store.remove(query(where("until").lt(before)), Key.class).getDeletedCount();
    }

    private long unsay(Query which) {
        return store.updateMulti(which, new Update().unset("remark"), Impression.class)
                .getModifiedCount();
    }

    private static Query of(ContactId contact) {
        return query(where("contact").is(contact.value()));
    }
}
