package org.pokana.announcement;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pokana.messaging.Echo;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Outbox.Arrival;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Who did something about an announcement that reached them, and who did nothing. */
@Component
class Responses {

    private final MongoOperations store;
    private final Outbox outbox;
    private final Echo echo;
    private final Receipts receipts;

    Responses(MongoOperations store, Outbox outbox, Echo echo, Receipts receipts) {
        this.store = store;
        this.outbox = outbox;
        this.echo = echo;
        this.receipts = receipts;
    }

    /** The last announcements that went out, newest first. */
    List<Announcement> latest(int most) {
        var sent = query(where("total").gt(0))
                .with(Sort.by("frozenAt").descending())
                .limit(most);
        return store.find(sent, Announcement.class);
    }

    /** Those who wrote or pressed something within a day; whoever sent it is not among them. */
    Set<String> answered(String announcement) {
        var answered = echo.answered(outbox.arrivals(Announcement.cause(announcement)));
        var sent = store.findById(announcement, Announcement.class);
        if (sent != null && sent.createdBy() != null) {
            answered.remove(sent.createdBy());
        }
        return answered;
    }

    /** Those who answered or said, at whatever time, that they have read it. */
    Set<String> responded(String announcement) {
        var responded = new HashSet<>(answered(announcement));
        responded.addAll(receipts.readers(announcement));
        return responded;
    }

    /** Those who got it, or may have, and did nothing of the kind. */
    Set<String> silent(String announcement) {
        var silent = outbox.arrivals(Announcement.cause(announcement)).stream()
                .map(Arrival::contact)
                .collect(Collectors.toCollection(HashSet::new));
        silent.removeAll(responded(announcement));
        return silent;
    }
}
