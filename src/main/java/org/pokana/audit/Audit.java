package org.pokana.audit;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Ids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Who did what and when, where it matters; ids, no names. */
@Component
public class Audit {

    /** Stands for whoever did something and is forgotten. */
    public static final String SOMEBODY = "somebody who is forgotten";

    private final MongoOperations store;
    private final Ids ids;
    private final Clock clock;

    public Audit(MongoOperations store, Ids ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * One thing that was done.
     *
     * @param about what it was done to, such as a forum's id and a number; null where that is clear or kept nowhere
     */
    @Document("audit")
    public record Entry(
            @Id String id,
            String who,
            String what,
            @Indexed Instant at,
            @Nullable String about) {}

    /** What is noted already under the same id stays as it is. */
    public void note(String id, ContactId who, String what) {
        insert(id, who, what, null);
    }

    /** The same, and to what it was done; the id must not say so, as it stays. */
    public void note(String id, ContactId who, String what, String about) {
        insert(id, who, what, about);
    }

    /** Notes something that counts each time it is done. */
    public void note(ContactId who, String what, String about) {
        insert(ids.next(), who, what, about);
    }

    private void insert(String id, ContactId who, String what, @Nullable String about) {
        try {
            store.insert(new Entry(id, who.value(), what, clock.instant(), about));
        } catch (DuplicateKeyException notedBefore) {
            return; // the act was repeated after a crash
        }
    }

    /** The latest first. */
    public List<Entry> latest(int skipped, int most) {
        var latest = new Query()
                .with(Sort.by(Sort.Order.desc("at"), Sort.Order.asc("_id")))
                .skip(skipped);
        return store.find(latest.limit(most), Entry.class);
    }

    /** How often somebody did something since then. */
    public long count(ContactId who, String what, Instant since) {
        var those = where("who").is(who.value()).and("what").is(what).and("at").gt(since);
        return store.count(query(those), Entry.class);
    }

    public List<Entry> by(ContactId who) {
        return store.find(query(where("who").is(who.value())), Entry.class);
    }

    /** What they did, and what was done to them, stays noted, but no longer that it was them. */
    public void forget(ContactId who) {
        store.updateMulti(query(where("who").is(who.value())), Update.update("who", SOMEBODY), Entry.class);
        var toThem = where("about").regex(Pattern.quote(who.value()));
        store.updateMulti(query(toThem), Update.update("about", SOMEBODY), Entry.class);
    }
}
