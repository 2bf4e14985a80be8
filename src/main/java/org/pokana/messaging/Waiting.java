package org.pokana.messaging;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.pokana.messaging.Message.State;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;

/** What is in the outbox and has not left, as those who send look for it; only the {@link Ledger} changes it. */
final class Waiting {

    private final MongoOperations store;
    private final Clock clock;

    Waiting(MongoOperations store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What is due in a lane of a channel, the longest waiting first. */
    List<Message> due(Lane lane, String channel, int most) {
        return store.find(
                query(due(lane, channel)).with(Sort.by("dueAt", "_id")).limit(most), Message.class);
    }

    /** The same of one cause. */
    List<Message> due(Lane lane, String channel, String cause, int most) {
        var due = due(lane, channel).and("cause").is(cause);
        return store.find(query(due).with(Sort.by("dueAt", "_id")).limit(most), Message.class);
    }

    /** To what the messages belong that became due since a moment. */
    List<String> causesDue(Lane lane, String channel, Instant since) {
        var due = new Criteria().andOperator(due(lane, channel), where("dueAt").gte(since));
        return store.findDistinct(query(due), "cause", Message.class, String.class);
    }

    private Criteria due(Lane lane, String channel) {
        return where("state")
                .is(State.READY)
                .and("lane")
                .is(lane)
                .and("dueAt")
                .lte(clock.instant())
                .and("to")
                .regex("^" + Pattern.quote(channel + ":"));
    }

    /** Whether something in a lane should have left before that moment. */
    boolean isBehind(Lane lane, Instant since) {
        return store.exists(
                query(where("state")
                        .is(State.READY)
                        .and("lane")
                        .is(lane)
                        .and("dueAt")
                        .lt(since)),
                Message.class);
    }

    /** Replies that are due although their own instance should have sent them long ago, in the order they were put. */
    List<Message> overdueReplies(Duration age, int most) {
        var until = clock.instant().minus(age);
        return replies(where("dueAt").lte(until), most).stream()
                .filter(reply -> !reply.putAt().isAfter(until))
                .toList();
    }

    /** Replies that are to leave, also those that rest for a while, in the order they were put. */
    List<Message> replies(int most) {
        var now = clock.instant();
        return replies(new Criteria(), most).stream()
                .filter(reply -> !reply.wanted().isAfter(now))
                .toList();
    }

    private List<Message> replies(Criteria which, int most) {
        var waiting = which.and("state").is(State.READY).and("lane").is(Lane.REPLY);
        var longestWaiting = query(waiting).with(Sort.by("dueAt")).limit(most);
        return store.find(longestWaiting, Message.class).stream()
                .sorted(Comparator.comparing(Message::putAt).thenComparing(Message::id))
                .toList();
    }

    /** Messages whose sender fell silent, in the order they were put: nobody knows whether they left. */
    List<Message> orphans(Instant leasesUntil, int most) {
        return store.find(
                query(where("state").is(State.SENDING).and("leaseUntil").lt(leasesUntil))
                        .with(Sort.by("putAt", "_id"))
                        .limit(most),
                Message.class);
    }
}
