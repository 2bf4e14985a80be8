package org.pokana.followup;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Fades;
import org.pokana.messaging.Forgets;
import org.pokana.messaging.Remembers;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** What somebody said about being in photos: whether they may be, and which they did not want to be on. */
@Component
class PhotoMemory implements Remembers, Forgets, Fades {

    private final MongoOperations store;

    PhotoMemory(MongoOperations store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "photos";
    }

    @Override
    public List<?> of(ContactId contact, List<Address> addresses) {
        var consents = store.find(of(contact), PhotoConsent.class).stream().map(PhotoMemory::plain);
        var requests = store.find(of(contact), PhotoRequest.class).stream()
                .map(request -> Map.<String, Object>of(
                        "forum",
                        request.forum(),
                        "takeMeOutOfPhoto",
                        request.number(),
                        "at",
                        request.at().toString()));
        return Stream.concat(consents, requests).toList();
    }

    private static Map<String, Object> plain(PhotoConsent consent) {
        var plain = new LinkedHashMap<String, Object>();
        plain.put("forum", consent.forum());
        plain.put(
                "mayBeInPhotos",
                consent.given() == null ? "asked" : consent.given().toString());
        plain.put("textVersion", consent.textVersion());
        plain.put("at", consent.at().toString());
        return plain;
    }

    @Override
    public void forget(ContactId contact, List<Address> addresses) {
        store.remove(of(contact), PhotoConsent.class);
        store.remove(of(contact), PhotoRequest.class);
    }

    @Override
    public long fade(Instant before) {
        var old = query(where("at").lt(before));
        return store.remove(old, PhotoConsent.class).getDeletedCount()
                + store.remove(old, PhotoRequest.class).getDeletedCount();
    }

    private static Query of(ContactId contact) {
        return query(where("contact").is(contact.value()));
    }
}
