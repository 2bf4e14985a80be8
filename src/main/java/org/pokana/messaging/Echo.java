package org.pokana.messaging;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.pokana.messaging.Incoming.Kind;
import org.pokana.messaging.Outbox.Arrival;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Who wrote or pressed something within a day after a message reached them. It is read from what is kept of talks anyway,
 * and nothing is noted for it; once those fade, nobody answered any more.
 */
public class Echo {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final String STOP = "/stop";
    private static final int AT_ONCE = 500;

    private final MongoOperations store;

    public Echo(MongoOperations store) {
        this.store = store;
    }

    /** The contacts among them who did; to want no more such messages is no answer. */
    public Set<String> answered(Collection<Arrival> arrivals) {
        var answered = new HashSet<String>();
        var all = new ArrayList<>(arrivals);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            collect(all.subList(from, Math.min(all.size(), from + AT_ONCE)), answered);
        }
        return answered;
    }

    private void collect(List<Arrival> arrivals, Set<String> answered) {
        var byAddress = arrivals.stream()
                .collect(
                        Collectors.toMap(arrival -> arrival.to().toString(), Function.identity(), (one, other) -> one));
        var heard = query(where("from")
                .in(byAddress.keySet())
                .and("kind")
                .in(Kind.SAID, Kind.PRESSED, Kind.SHOWED)
                .and("at")
                .gte(earliest(arrivals)));
        heard.fields().include("from", "at", "pick", "room");
        store.find(heard, Document.class, store.getCollectionName(Received.class)).stream()
                .filter(Echo::isAnswer)
                .forEach(each -> note(each, byAddress, answered));
    }

    private static Instant earliest(List<Arrival> arrivals) {
        return arrivals.stream().map(Echo::from).min(Comparator.naturalOrder()).orElse(Instant.MAX);
    }

    /** Telegram dates what it heard in whole seconds: who answers at once seems to have written before it arrived. */
    private static Instant from(Arrival arrival) {
        return arrival.at().truncatedTo(ChronoUnit.SECONDS);
    }

    private static boolean isAnswer(Document heard) {
        return heard.get("room") == null && !STOP.equals(heard.getString("pick"));
    }

    private static void note(Document heard, Map<String, Arrival> byAddress, Set<String> answered) {
        var arrival = byAddress.get(heard.getString("from"));
        var at = heard.getDate("at").toInstant();
        if (arrival != null
                && !at.isBefore(from(arrival))
                && !at.isAfter(arrival.at().plus(A_DAY))) {
            answered.add(arrival.contact());
        }
    }
}
