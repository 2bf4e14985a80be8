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

/** How many people can be written to by which channel. Counted at most every five minutes, over everybody. */
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

    private record Count(SortedMap<String, Integer> channels, Instant at) {}

    /** By the name of the channel; somebody who uses two counts for each. */
    public SortedMap<String, Integer> byChannel() {
        var now = clock.instant();
        var known = counted;
        if (known != null && now.isBefore(known.at().plus(KEPT))) {
            return known.channels();
        }
        var all = new Query();
        all.fields().include("reaches").exclude("_id");
        var channels = new TreeMap<String, Integer>();
        try (var contacts = store.stream(all, Document.class, "contacts")) {
            contacts.forEach(contact -> contact.getList("reaches", Document.class, List.of()).stream()
                    .filter(reach -> Boolean.TRUE.equals(reach.getBoolean("open")))
                    .forEach(reach -> channels.merge(channel(reach.getString("at")), 1, Integer::sum)));
        }
        counted = new Count(channels, now);
        return channels;
    }

    private static String channel(String at) {
        return at.substring(0, Math.max(0, at.indexOf(':')));
    }
}
