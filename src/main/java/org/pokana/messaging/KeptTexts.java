package org.pokana.messaging;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.bson.Document;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * What people said and were told, in one collection: they can see it and have it erased, and it goes by itself in time.
 *
 * <p>Shown as it is stored, so that a field added later is never left out of what people get to see.
 */
public final class KeptTexts implements Remembers, Forgets, Fades {

    /** A large removal in one piece would hold up everybody who is talking. */
    private static final int AT_ONCE = 500;

    private final MongoOperations store;
    private final String name;
    private final String collection;
    private final BiFunction<ContactId, List<Address>, Criteria> theirs;
    private final Function<Instant, Criteria> over;

    /**
     * @param theirs which documents are a person's
     * @param over which documents ended before a moment
     */
    public KeptTexts(
            MongoOperations store,
            String name,
            String collection,
            BiFunction<ContactId, List<Address>, Criteria> theirs,
            Function<Instant, Criteria> over) {
        this.store = store;
        this.name = name;
        this.collection = collection;
        this.theirs = theirs;
        this.over = over;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<?> of(ContactId contact, List<Address> addresses) {
        return store.find(query(theirs.apply(contact, addresses)), Document.class, collection);
    }

    @Override
    public void forget(ContactId contact, List<Address> addresses) {
        store.remove(query(theirs.apply(contact, addresses)), collection);
    }

    @Override
    public long fade(Instant before) {
        var ended = query(over.apply(before)).limit(AT_ONCE);
        ended.fields().include("_id");
        long faded = 0;
        for (var some = find(ended); !some.isEmpty(); some = find(ended)) {
            store.remove(query(where("_id").in(some)), collection);
            faded += some.size();
        }
        return faded;
    }

    private List<Object> find(Query ended) {
        return store.find(ended, Document.class, collection).stream()
                .map(document -> document.get("_id"))
                .toList();
    }
}
