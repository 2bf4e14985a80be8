package org.pokana.needs;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.forum.Forums;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Fades;
import org.pokana.messaging.Forgets;
import org.pokana.messaging.Remembers;
import org.pokana.needs.Need.Access;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** What everybody needs, until the forum was long enough ago. */
@Component
class Needs implements Remembers, Forgets, Fades {

    private final MongoOperations store;
    private final Forums forums;
    private final Clock clock;

    Needs(MongoOperations store, Forums forums, Clock clock) {
        this.store = store;
        this.forums = forums;
        this.clock = clock;
    }

    Optional<Need> of(String forum, ContactId who) {
        return Optional.ofNullable(store.findById(Need.id(forum, who.value()), Need.class));
    }

    List<Need> of(String forum) {
        return store.find(query(where("forum").is(forum)), Need.class);
    }

    /** Instead of what they said before; nothing to prepare is nothing to keep. */
    void say(String forum, ContactId who, List<Access> access, @Nullable String other) {
        var id = Need.id(forum, who.value());
        if (access.isEmpty() && other == null) {
            store.remove(query(where("_id").is(id)), Need.class);
            return;
        }
        store.save(new Need(id, forum, who.value(), access, other, clock.instant()));
    }

    @Override
    public String name() {
        return "needs";
    }

    @Override
    public List<?> of(ContactId contact, List<Address> addresses) {
        return store.find(theirs(contact), Need.class).stream()
                .map(Needs::plain)
                .toList();
    }

    private static Map<String, Object> plain(Need need) {
        var plain = new LinkedHashMap<String, Object>();
        plain.put("forum", need.forum());
        plain.put("needs", need.access().stream().map(Access::said).toList());
        var other = need.other();
        if (other != null) {
            plain.put("other", other);
        }
        plain.put("at", need.at().toString());
        return plain;
    }

    @Override
    public void forget(ContactId contact, List<Address> addresses) {
        store.remove(theirs(contact), Need.class);
    }

    private static Query theirs(ContactId contact) {
        return query(where("contact").is(contact.value()));
    }

    @Override
    public long fade(Instant before) {
        var old = query(where("forum")
                .in(forums.all().stream()
                        .filter(forum -> forum.ends().isBefore(before))
                        .map(org.pokana.forum.Forum::id)
                        .toList()));
        return store.remove(old, Need.class).getDeletedCount();
    }
}
