package org.pokana.announcement;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pokana.kernel.ContactId;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;

/** Who said that they have read which announcement. */
@Component
class Receipts {

    private static final int LATEST = 3;

    private final MongoOperations store;
    private final Clock clock;

    Receipts(MongoOperations store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** One person's word that they have read one announcement. */
    @Document("receipts")
    record Receipt(
            @Id String id,
            @Indexed String announcement,
            @Indexed String contact,
            Instant at) {}

    /** Said twice it holds from the first time. */
    void note(Announcement announcement, ContactId reader) {
        var id = announcement.id() + ":" + reader;
        if (store.findById(id, Receipt.class) == null) {
            store.save(new Receipt(id, announcement.id(), reader.value(), clock.instant()));
        }
    }

    Set<String> readers(String announcement) {
        return store.find(query(where("announcement").is(announcement)), Receipt.class).stream()
                .map(Receipt::contact)
                .collect(Collectors.toSet());
    }

    long count(String announcement) {
        return store.count(query(where("announcement").is(announcement)), Receipt.class);
    }

    /** The last announcements that asked for it, newest first. */
    List<Announcement> asked() {
        var latest = query(where("terms.receipt").is(true))
                .with(Sort.by("frozenAt").descending())
                .limit(LATEST);
        return store.find(latest, Announcement.class);
    }

    List<Receipt> of(ContactId reader) {
        return store.find(query(where("contact").is(reader.value())), Receipt.class);
    }

    void forget(ContactId reader) {
        store.remove(query(where("contact").is(reader.value())), Receipt.class);
    }
}
