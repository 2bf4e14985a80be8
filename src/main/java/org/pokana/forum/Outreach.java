package org.pokana.forum;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Fades;
import org.pokana.messaging.Forgets;
import org.pokana.messaging.Remembers;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** From where the team has invited people to a forum, whoever they wrote to and by whatever means. */
@Component
public class Outreach implements Remembers, Forgets, Fades {

    private final MongoOperations store;
    private final Clock clock;

    public Outreach(MongoOperations store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @param by null once they are forgotten */
    @Document("outreach")
    public record Invited(
            @Id String id,
            @Indexed String forum,
            String municipality,
            String group,
            @Indexed @Nullable String by,
            @Indexed Instant at) {

        private static String id(String forum, String municipality, String group) {
            return forum + ":" + municipality + ":" + group;
        }
    }

    /** Said twice it holds from the first time; false then. */
    public boolean invited(String forum, String municipality, String group, ContactId by) {
        var id = Invited.id(forum, municipality, group);
        try {
            store.insert(new Invited(id, forum, municipality, group, by.value(), clock.instant()));
            return true;
        } catch (DuplicateKeyException saidBefore) {
            return false;
        }
    }

    /** It was said by mistake. */
    public boolean takeBack(String forum, String municipality, String group) {
        var one = query(where("_id").is(Invited.id(forum, municipality, group)));
        return store.remove(one, Invited.class).getDeletedCount() == 1;
    }

    public Optional<Invited> find(String forum, String municipality, String group) {
        return Optional.ofNullable(store.findById(Invited.id(forum, municipality, group), Invited.class));
    }

    public List<Invited> to(Collection<String> forums) {
        return store.find(query(where("forum").in(forums)), Invited.class);
    }

    @Override
    public String name() {
        return "outreach";
    }

    @Override
    public List<?> of(ContactId contact, List<Address> addresses) {
        return store.find(query(where("by").is(contact.value())), Invited.class);
    }

    /** That somebody was invited stays, but no longer by whom. */
    @Override
    public void forget(ContactId contact, List<Address> addresses) {
        store.updateMulti(query(where("by").is(contact.value())), new Update().unset("by"), Invited.class);
    }

    /** An invitation that nobody followed for so long is none any more. */
    @Override
    public long fade(Instant before) {
        return store.remove(query(where("at").lt(before)), Invited.class).getDeletedCount();
    }
}
