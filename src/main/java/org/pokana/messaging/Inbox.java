package org.pokana.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.pokana.kernel.CrashPoint;
import org.pokana.messaging.Received.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * The one door in: what comes is stored under its natural id before the channel acknowledges it, and then heard, one
 * message of a person at a time.
 */
public class Inbox {

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);
    private static final int MOST_ATTEMPTS = 3;
    private static final int MOST_SWEPT = 500;

    private final Journal journal;
    private final OneAtATime desk;
    private final Typing typing;
    private final Ear ear;
    private final RoomEar roomEar;

    /** What waits at the desk or is being heard, by id. */
    private final Map<String, Hearing> atHand = new ConcurrentHashMap<>();

    Inbox(MongoOperations store, Clock clock, String owner, OneAtATime desk, Typing typing, Ear ear, RoomEar roomEar) {
        this.journal = new Journal(store, clock, owner);
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
        var received = batch.stream().map(journal::claimed).toList();
        CrashPoint.RECEIVED.hit();
        var known = journal.insert(received);
        CrashPoint.STORED.hit();
        for (int i = 0; i < received.size(); i++) {
            if (received.get(i).state() == State.CLAIMED && !known.contains(i)) {
                hearSoon(received.get(i));
            }
        }
    }

    /**
     * Takes over what nobody finished: after a crash, or when the store was away. By this, too, what waits here for its
     * turn stays ours.
     *
     * @param leasesUntil take what is leased no longer than until then; later than now only when no other instance
     *     can be alive
     */
    public void takeOver(Instant leasesUntil) {
        journal.orphans(leasesUntil, MOST_SWEPT).forEach(orphan -> {
            var waiting = atHand.get(orphan.id());
            if (waiting == null) {
                journal.claim(orphan).ifPresent(this::hearSoon);
            } else {
                waiting.isOurs();
            }
        });
    }

    private void hearSoon(Received claimed) {
        var hearing = new Hearing(claimed);
        if (atHand.putIfAbsent(claimed.id(), hearing) == null) {
            desk.put(claimed.from(), hearing);
        }
    }

    /** One message on its way to the ear. */
    private final class Hearing implements OneAtATime.Work {

        private volatile Received received;
        private int attempt;

        Hearing(Received received) {
            this.received = received;
        }

        @Override
        public Optional<Duration> attempt() {
            Optional<Duration> again = Optional.empty();
            try {
                again = heard();
                return again;
            } finally {
                if (again.isEmpty()) {
                    atHand.remove(received.id());
                }
            }
        }

        private Optional<Duration> heard() {
            try {
                CrashPoint.HEARING.hit();
                if (isOurs()) {
                    hear(received.incoming());
                    CrashPoint.ANSWERED.hit();
                    journal.settle(received, State.DONE, null, attempt);
                }
                return Optional.empty();
            } catch (RuntimeException e) {
                return failed(e);
            }
        }

        /**
         * While it waited, or the whole process slept, somebody else may have heard it. Asked by one at a time, so that
         * nobody takes it for lost to the other one here.
         */
        private synchronized boolean isOurs() {
            if (journal.holds(received)) {
                return true;
            }
            var renewed = journal.claim(received);
            renewed.ifPresent(claimed -> received = claimed);
            return renewed.isPresent();
        }

        private void hear(Incoming incoming) {
            var room = incoming.room();
            try (var answering = typing.at(room == null ? incoming.from() : room)) {
                if (room == null) {
                    ear.hear(incoming);
                } else {
                    roomEar.hear(incoming);
                }
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
            journal.settle(received, State.FAILED, e.getClass().getSimpleName(), attempt);
            return Optional.empty();
        }
    }

    private static boolean storeIsAway(RuntimeException e) {
        return e instanceof DataAccessException
                && (!(e instanceof NonTransientDataAccessException)
                        || e instanceof NonTransientDataAccessResourceException);
    }
}
