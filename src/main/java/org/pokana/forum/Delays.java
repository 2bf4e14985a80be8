package org.pokana.forum;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Fades;
import org.pokana.messaging.Forgets;
import org.pokana.messaging.Remembers;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Who will come late to which forum, and by how much. */
@Component
public class Delays implements Remembers, Forgets, Fades {

    private final MongoOperations store;
    private final Clock clock;

    public Delays(MongoOperations store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What was said last holds. */
    void note(Forum forum, ContactId who, int minutes) {
        store.save(new Delay(
                Registration.id(forum.id(), who), forum.id(), forum.version(), who.value(), minutes, clock.instant()));
    }

    void takeBack(Forum forum, ContactId who) {
        store.remove(query(where("_id").is(Registration.id(forum.id(), who))), Delay.class);
    }

    /** Minutes by contact. */
    public Map<String, Integer> of(Forum forum) {
        return store.find(query(where("forum").is(forum.id()).and("version").is(forum.version())), Delay.class).stream()
                .collect(Collectors.toMap(Delay::contact, Delay::minutes));
    }

    @Override
    public String name() {
        return "delays";
    }

    @Override
    public List<?> of(ContactId contact, List<Address> addresses) {
        return store.find(query(where("contact").is(contact.value())), Delay.class).stream()
                .map(delay -> Map.of("forum", delay.forum(), "minutes", delay.minutes()))
                .toList();
    }

    @Override
    public void forget(ContactId contact, List<Address> addresses) {
        store.remove(query(where("contact").is(contact.value())), Delay.class);
    }

    @Override
    public long fade(Instant before) {
        return store.remove(query(where("at").lt(before)), Delay.class).getDeletedCount();
    }
}
