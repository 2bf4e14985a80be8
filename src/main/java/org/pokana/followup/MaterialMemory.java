package org.pokana.followup;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pokana.followup.Material.Sort;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Fades;
import org.pokana.messaging.Forgets;
import org.pokana.messaging.Holds;
import org.pokana.messaging.Remembers;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Materials stay until an organizer takes them away; photos, which show people, go when their time is over. */
@Component
class MaterialMemory implements Remembers, Forgets, Fades, Holds {

    private final MongoOperations store;
    private final Materials materials;

    MaterialMemory(MongoOperations store, Materials materials) {
        this.store = store;
        this.materials = materials;
    }

    @Override
    public String name() {
        return "materials";
    }

    @Override
    public List<?> of(ContactId contact, List<Address> addresses) {
        return store.find(from(contact), Material.class).stream()
                .map(material -> Map.of(
                        "forum",
                        material.forum(),
                        "added",
                        material.sort().said(),
                        "at",
                        material.at().toString()))
                .toList();
    }

    /** What an organizer added remains, without saying who it was. */
    @Override
    public void forget(ContactId contact, List<Address> addresses) {
        store.updateMulti(from(contact), new Update().unset("from"), Material.class);
    }

    private static Query from(ContactId contact) {
        return query(where("from").is(contact.value()));
    }

    @Override
    public long fade(Instant before) {
        var old = where("sort").is(Sort.PHOTO).and("at").lt(before);
        return store.remove(query(old), Material.class).getDeletedCount();
    }

    @Override
    public Set<String> held(Instant before) {
        return materials.files();
    }
}
