package org.pokana.messaging;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.bulk.BulkWriteError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pokana.messaging.Received.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.BulkOperationException;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The one door in: what comes is stored under its natural id before the channel acknowledges it, and then heard, one
 * message of a person at a time.
 */
public class Inbox {

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int MOST_ATTEMPTS = 3;
    private static final int MOST_SWEPT = 500;

    private final MongoOperations store;
    private final Clock clock;
    private final String owner;
    private final OneAtATime desk;
    private final Typing typing;
    private final Ear ear;
    private final RoomEar roomEar;

    Inbox(MongoOperations store, Clock clock, String owner, OneAtATime desk, Typing typing, Ear ear, RoomEar roomEar) {
        this.store = store;
        this.clock = clock;
        this.owner = owner;
        this.desk = desk;
        this.typing = typing;
        this.ear = ear;
        this.roomEar = roomEar;
    }

    /**
     * Stores all of it; what is there already is ignored. Returns only when everything is stored, so that the channel
     * may acknowledge it.
     *
     * @throws DataAccessException when it could not be stored; receive it again later
     */
    public void receive(Collection<Incoming> batch) {
        if (batch.isEmpty()) {
            return;
        }
        var leaseUntil = clock.instant().plus(LEASE);
        var received = batch.stream()
                .map(incoming -> Received.of(incoming, owner, leaseUntil))
                .toList();
        var known = insert(received);
        for (int i = 0; i < received.size(); i++) {
            if (received.get(i).state() == State.CLAIMED && !known.contains(i)) {
                hearSoon(received.get(i));
            }
        }
    }

    /** The places in the batch of what was there before, or comes a second time in the batch itself. */
    private Set<Integer> insert(List<Received> received) {
        try {
            store.bulkOps(BulkMode.UNORDERED, Received.class).insert(received).execute();
            return Set.of();
        } catch (BulkOperationException e) {
            if (e.getErrors().stream().anyMatch(error -> error.getCode() != 11000)) {
                throw e;
            }
            return e.getErrors().stream().map(BulkWriteError::getIndex).collect(Collectors.toSet());
        } catch (DuplicateKeyException e) {
            return Set.of(0);
        }
    }

    /**
     * Takes over what nobody finished: after a crash, or when the store was away.
     *
     * @param leasesUntil take what is leased no longer than until then; later than now only when no other instance
     *     can be alive
     */
    public void takeOver(Instant leasesUntil) {
        var orphans = query(where("state").is(State.CLAIMED).and("leaseUntil").lt(leasesUntil))
                .with(Sort.by("at", "_id"))
                .limit(MOST_SWEPT);
        for (Received orphan : store.find(orphans, Received.class)) {
            var claim = query(where("_id").is(orphan.id()).and("leaseUntil").is(orphan.leaseUntil()));
            var mine = new Update()
                    .set("owner", owner)
                    .set("leaseUntil", clock.instant().plus(LEASE));
            if (store.updateFirst(claim, mine, Received.class).getModifiedCount() == 1) {
                hearSoon(orphan);
            }
        }
    }

    private void hearSoon(Received received) {
        var hearing = new Hearing(received);
        desk.put(received.from(), hearing);
    }

    /** One message on its way to the ear. */
    private final class Hearing implements OneAtATime.Work {

        private final Received received;
        private int attempt;

        Hearing(Received received) {
            this.received = received;
        }

        @Override
        public Optional<Duration> attempt() {
            var incoming = received.incoming();
            var room = incoming.room();
            try (var answering = typing.at(room == null ? incoming.from() : room)) {
                if (room == null) {
                    ear.hear(incoming);
                } else {
                    roomEar.hear(incoming);
                }
                settle(State.DONE, null);
                return Optional.empty();
            } catch (RuntimeException e) {
                return failed(e);
            }
        }

        private Optional<Duration> failed(RuntimeException e) {
            attempt++;
            if (storeIsAway(e)) {
                log.warn("the store does not answer; {} is heard again in a while", received.id());
                return Optional.of(Duration.ofMillis(Math.min(30_000, 500L << Math.min(attempt, 6))));
            }
            log.error("{} could not be heard, attempt {}", received.id(), attempt, e);
            if (attempt < MOST_ATTEMPTS) {
                return Optional.of(Duration.ofMillis(200L * attempt));
            }
            settle(State.FAILED, e.getClass().getSimpleName());
            return Optional.empty();
        }

        private void settle(State state, @org.jspecify.annotations.Nullable String reason) {
            store.updateFirst(
                    query(where("_id").is(received.id())),
                    Update.update("state", state)
                            .set("reason", reason)
                            .set("attempt", attempt)
                            .unset("showing"),
                    Received.class);
        }
    }

    private static boolean storeIsAway(RuntimeException e) {
        return e instanceof DataAccessException
                && (!(e instanceof NonTransientDataAccessException)
                        || e instanceof NonTransientDataAccessResourceException);
    }
}
