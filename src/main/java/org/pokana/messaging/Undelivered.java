package org.pokana.messaging;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.pokana.messaging.Message.Fault;
import org.pokana.messaging.Message.State;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Messages of the last days that did not arrive, or of which nobody knows, although somebody is there to get them; until
 * they are sent once more or an organizer lets them be.
 */
@Component
public class Undelivered {

    private static final Duration DAYS = Duration.ofDays(3);

    /** What was to leave longer ago than this has not ended within the last days. */
    private static final Duration LONGEST_WAY = Duration.ofDays(3);

    private static final int MOST = 1000;
    private static final String DISMISSED = "undelivered-dismissed";

    private final MongoOperations store;
    private final Outbox outbox;
    private final List<Revives> revives;
    private final Clock clock;

    @Autowired
    Undelivered(MongoOperations store, Outbox outbox, ObjectProvider<Revives> revives, Clock clock) {
        this(store, outbox, revives.stream().toList(), clock);
    }

    Undelivered(MongoOperations store, Outbox outbox, List<Revives> revives, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.revives = revives;
        this.clock = clock;
    }

    /** Up to when organizers have dealt with it. */
    @Document("marks")
    record Mark(@Id String id, Instant at) {}

    /** Those not dealt with; no more than a screen needs to say that there are many. */
    public List<Message> all() {
        var since = since();
        var ended = where("state")
                .in(State.FAILED, State.UNCERTAIN, State.EXPIRED)
                .and("lane")
                .in((Object[]) Lane.values())
                .and("dueAt")
                .gt(since.minus(LONGEST_WAY))
                .and("settledAt")
                .gt(since)
                .and("fault")
                .ne(Fault.GONE);
        return store.find(query(ended).limit(MOST), Message.class).stream()
                .filter(message ->
                        message.notAfter() == null || message.notAfter().isAfter(clock.instant()))
                .toList();
    }

    private Instant since() {
        var days = clock.instant().minus(DAYS);
        var mark = store.findById(DISMISSED, Mark.class);
        return mark != null && mark.at().isAfter(days) ? mark.at() : days;
    }

    /**
     * Sends once more what had ended by the time somebody looked, so that one look leads to one more copy at most; says
     * how many that are.
     */
    public long sendAgain(Instant looked, Collection<State> states) {
        var chosen = all().stream()
                .filter(message -> states.contains(message.state()))
                .toList();
        long again = outbox.sendAgain(chosen.stream().map(Message::id).toList(), looked);
        var causes = chosen.stream().map(Message::cause).collect(Collectors.toSet());
        revives.forEach(concluded -> concluded.revive(causes));
        return again;
    }

    /** Lets be what had ended by the time somebody looked. */
    public void dismiss(Instant looked) {
        store.upsert(query(where("_id").is(DISMISSED)), new Update().max("at", looked), Mark.class);
    }
}
