package org.pokana.messaging;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pokana.kernel.Address;
import org.pokana.messaging.Message.State;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.BulkOperationException;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** The one door out: replies, reminders and announcements alike. */
public class Outbox {

    private static final List<State> WAITING = List.of(State.READY, State.HELD);

    private final MongoOperations store;
    private final Clock clock;
    private final Channels channels;
    private volatile Consumer<List<Message>> collector = put -> {};

    public Outbox(MongoOperations store, Clock clock, Channels channels) {
        this.store = store;
        this.clock = clock;
        this.channels = channels;
    }

    /** Tells the courier at once what was put. */
    void collectedBy(Consumer<List<Message>> courier) {
        collector = courier;
    }

    /**
     * Puts messages to be sent, cut to what their channel carries; what is there already under the same id stays as it
     * is.
     */
    public void put(Collection<Post> posts) {
        if (posts.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var messages = posts.stream().flatMap(post -> fitted(post, now)).toList();
        try {
            store.bulkOps(BulkMode.UNORDERED, Message.class).insert(messages).execute();
        } catch (DuplicateKeyException | BulkOperationException e) {
            onlyDuplicates(e);
        }
        collector.accept(messages);
    }

    /** The first part keeps the id; {@code reply:7+1} is the second. Only the first can replace another message. */
    private Stream<Message> fitted(Post post, Instant now) {
        var parts = Fit.to(channels.abilities(post.to()), post.content());
        return IntStream.range(0, parts.size())
                .mapToObj(part -> Message.of(part == 0 ? post : post.continued(part), parts.get(part), now));
    }

    private static void onlyDuplicates(RuntimeException e) {
        if (e instanceof BulkOperationException bulk
                && bulk.getErrors().stream().anyMatch(error -> error.getCode() != 11000)) {
            throw e;
        }
    }

    /** What has not left yet follows a chat to its new address. */
    void relocate(Address from, Address to) {
        var waiting = query(where("to").is(from.toString()).and("state").is(State.READY));
        store.updateMulti(waiting, Update.update("to", to.toString()), Message.class);
    }

    public Optional<Message> find(String id) {
        return Optional.ofNullable(store.findById(id, Message.class));
    }

    /** Calls off everything of a cause that has not left yet, for one person or, without one, for all. */
    public long callOff(String cause, Optional<String> contact, String reason) {
        var waiting = where("cause").is(cause).and("state").in(WAITING);
        contact.ifPresent(person -> waiting.and("contact").is(person));
        return calledOff(waiting, reason);
    }

    /** Calls off what is still to leave for a person in the given lanes. */
    public long callOff(String contact, Collection<Lane> lanes, String reason) {
        return calledOff(
                where("contact").is(contact).and("lane").in(lanes).and("state").in(WAITING), reason);
    }

    /** The same for one address alone. */
    public long callOff(Address to, Collection<Lane> lanes, String reason) {
        return calledOff(
                where("to").is(to.toString()).and("lane").in(lanes).and("state").in(WAITING), reason);
    }

    private long calledOff(org.springframework.data.mongodb.core.query.Criteria waiting, String reason) {
        var update =
                Update.update("state", State.SUPERSEDED).set("reason", reason).set("settledAt", clock.instant());
        return store.updateMulti(query(waiting), update, Message.class).getModifiedCount();
    }

    /** Keeps everything of a cause from leaving until {@link #resume}. */
    public void hold(String cause) {
        move(cause, State.READY, Update.update("state", State.HELD));
    }

    /** However long it was held, it is as if it were wanted only now. */
    public void resume(String cause) {
        var now = clock.instant();
        var held = where("cause").is(cause).and("state").is(State.HELD);
        var ready = Update.update("state", State.READY).set("wantedAt", now);
        store.updateMulti(query(held.and("dueAt").lte(now)), ready.set("dueAt", now), Message.class);
        move(cause, State.HELD, Update.update("state", State.READY));
    }

    /** Tries once more what failed, expired or may not have arrived; says how many of them that are. */
    public long sendAgain(Collection<String> ids) {
        return sendAgain(ids, clock.instant());
    }

    /** @param endedBy leaves alone what ended later, having been sent again since */
    long sendAgain(Collection<String> ids, Instant endedBy) {
        var update = Update.update("state", State.READY)
                .set("attempt", 0)
                .set("dueAt", clock.instant())
                .set("wantedAt", clock.instant())
                .unset("settledAt")
                .unset("doubts")
                .unset("moves")
                .unset("fault")
                .unset("reason");
        var over = where("_id")
                .in(ids)
                .and("state")
                .in(State.UNCERTAIN, State.FAILED, State.EXPIRED)
                .and("settledAt")
                .lte(endedBy);
        return store.updateMulti(query(over), update, Message.class).getModifiedCount();
    }

    private void move(String cause, State from, Update update) {
        store.updateMulti(query(where("cause").is(cause).and("state").is(from)), update, Message.class);
    }

    /** How many people's messages of a cause stand where; of one in parts, the part that is worst off counts. */
    public Map<State, Integer> count(String cause) {
        var people = new HashMap<String, State>();
        var states = query(where("cause").is(cause));
        states.fields().include("contact", "state");
        try (var messages = store.stream(states, org.bson.Document.class, "outbox")) {
            messages.forEach(message -> people.merge(
                    message.getString("contact"), State.valueOf(message.getString("state")), State::worse));
        }
        var counts = new EnumMap<State, Integer>(State.class);
        people.values().forEach(state -> counts.merge(state, 1, Integer::sum));
        return counts;
    }

    /** When a message of a cause reached somebody, or may have. */
    public record Arrival(String contact, Address to, Instant at) {}

    /** One for each person; of a message in parts, the last. */
    public Collection<Arrival> arrivals(String cause) {
        var some = query(where("cause").is(cause).and("state").in(State.SENT, State.UNCERTAIN));
        some.fields().include("contact", "to", "settledAt");
        var arrivals = new HashMap<String, Arrival>();
        try (var messages = store.stream(some, org.bson.Document.class, "outbox")) {
            messages.map(Outbox::arrival)
                    .forEach(arrival -> arrivals.merge(
                            arrival.contact(), arrival, (one, other) -> one.at().isAfter(other.at()) ? one : other));
        }
        return arrivals.values();
    }

    private static Arrival arrival(org.bson.Document message) {
        return new Arrival(
                message.getString("contact"),
                Address.parse(message.getString("to")),
                message.getDate("settledAt").toInstant());
    }

    /** Whether anything of a cause is still to leave by a channel. */
    public boolean waits(String cause, String channel) {
        var waiting = where("cause").is(cause).and("state").is(State.READY);
        return store.exists(query(waiting.and("to").regex("^" + Pattern.quote(channel + ":"))), Message.class);
    }

    /** What stands in one of these states of a cause. */
    public List<Message> of(String cause, Collection<State> states) {
        return store.find(query(where("cause").is(cause).and("state").in(states)), Message.class);
    }

    /** What reached an address since a moment. */
    public List<Message> arrived(Address to, Instant since) {
        return store.find(whatArrived(to, since), Message.class);
    }

    /** The last of what reached an address since a moment, in order. */
    public List<Message> lastArrived(Address to, Instant since, int most) {
        var latestFirst = Sort.by(Direction.DESC, "settledAt", "putAt", "_id");
        var last = new ArrayList<>(
                store.find(whatArrived(to, since).with(latestFirst).limit(most), Message.class));
        Collections.reverse(last);
        return last;
    }

    private static Query whatArrived(Address to, Instant since) {
        return query(where("to")
                .is(to.toString())
                .and("settledAt")
                .gte(since)
                .and("state")
                .in(State.SENT, State.UNCERTAIN));
    }

    /** What stands in a chat under a receipt; of what took its place there, the latest. */
    public Optional<Message> standing(Address at, String receipt) {
        var standing = where("to").is(at.toString()).and("receipt").is(receipt);
        return Optional.ofNullable(
                store.findOne(query(standing).with(Sort.by(Direction.DESC, "putAt")), Message.class));
    }

    /** Everything of a cause, such as for a report of who was not reached. */
    public List<Message> of(String cause) {
        return store.find(query(where("cause").is(cause)), Message.class);
    }
}
