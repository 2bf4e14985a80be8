package org.pokana.contact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** How many people can be written to by which channel, and how many block us there. Counted at most every five minutes, over everybody. */
@Component
public class Reachable {

    private static final Duration KEPT = Duration.ofMinutes(5);

    private final MongoOperations store;
    private final Clock clock;
    private volatile @Nullable Count counted;

    public Reachable(MongoOperations store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The people of one channel. */
    public record People(int reached, int blocked) {

        private People and(People others) {
            return new People(reached + others.reached, blocked + others.blocked);
        }
    }

    private record Count(SortedMap<String, People> channels, Instant at) {}

    /** By the name of the channel; somebody who uses two counts for each. */
    public SortedMap<String, People> byChannel() {
        var now = clock.instant();
        var known = counted;
        if (known != null && now.isBefore(known.at().plus(KEPT))) {
            return known.channels();
        }
        var all = new Query();
        all.fields().include("reaches").exclude("_id");
        var channels = new TreeMap<String, People>();
        try (var contacts = store.stream(all, Document.class, "contacts")) {
            contacts.forEach(contact -> contact.getList("reaches", Document.class, List.of()).stream()
                    .forEach(reach -> channels.merge(channel(reach.getString("at")), one(reach), People::and)));
        }
        counted = new Count(channels, now);
        return channels;
    }

    private static People one(Document reach) {
        return Boolean.TRUE.equals(reach.getBoolean("open")) ? new People(1, 0) : new People(0, 1);
    }

    private static String channel(String at) {
        return at.substring(0, Math.max(0, at.indexOf(':')));
    }
}
