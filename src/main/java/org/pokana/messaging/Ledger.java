package org.pokana.messaging;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Address;
import org.pokana.messaging.Message.State;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Claims messages for sending and notes what became of them. Whoever claims is fenced by the attempt number: once a
 * lease is over and somebody else claimed, the late one can no longer change anything.
 */
class Ledger {

    static final Duration LEASE = Duration.ofSeconds(30);

    /** Longer no channel's call takes. */
    private static final Duration CALL = Duration.ofSeconds(20);

    private static final int MOST_ATTEMPTS = 60;

    private final MongoOperations store;
    private final Clock clock;
    private final String owner;

    Ledger(MongoOperations store, Clock clock, String owner) {
        this.store = store;
        this.clock = clock;
        this.owner = owner;
    }

    /** The message as claimed; empty when it is not due, or somebody else has it. */
    Optional<Message> claim(String id) {
        var now = clock.instant();
        var due = query(
                where("_id").is(id).and("state").is(State.READY).and("dueAt").lte(now));
        var claim = new Update()
                .set("state", State.SENDING)
                .set("owner", owner)
                .set("leaseUntil", now.plus(LEASE))
                .inc("attempt", 1);
        return Optional.ofNullable(
                store.findAndModify(due, claim, FindAndModifyOptions.options().returnNew(true), Message.class));
    }

    /** Whether it stays ours for as long as a call may take; prolongs the claim if need be. */
    boolean holds(Message claimed) {
        var now = clock.instant();
        var leaseUntil = claimed.leaseUntil();
        if (leaseUntil != null && !leaseUntil.isBefore(now.plus(CALL))) {
            return true;
        }
        var longer = Update.update("leaseUntil", now.plus(LEASE));
        return store.updateFirst(mine(claimed, State.SENDING), longer, Message.class)
                        .getMatchedCount()
                == 1;
    }

    /** Whoever took it over could not know: if they left it at that, it is to leave after all. */
    void neverLeft(Message claimed) {
        var update = Update.update("state", State.READY)
                .set("dueAt", clock.instant())
                .unset("settledAt")
                .inc("attempt", -1);
        note(mine(claimed, State.UNCERTAIN), update);
    }

    /**
     * False when the claim was lost meanwhile. Who knows what became of it still has the last word when somebody else
     * only noted that nobody knows.
     */
    boolean settle(Message claimed, State state, @Nullable String receipt, @Nullable String reason) {
        var update = Update.update("state", state)
                .set("receipt", receipt)
                .set("reason", reason)
                .set("settledAt", clock.instant());
        var from = state == State.UNCERTAIN ? mine(claimed) : mine(claimed, State.SENDING, State.UNCERTAIN);
        return note(from, update);
    }

    /** Ends it for a reason that sending it again as it is would not change. */
    void fail(Message claimed, Message.Fault fault, String reason) {
        var update = Update.update("state", State.FAILED)
                .set("fault", fault)
                .set("reason", reason)
                .set("settledAt", clock.instant());
        note(mine(claimed, State.SENDING, State.UNCERTAIN), update);
    }

    /** Puts it back to be sent at {@code dueAt}; an attempt that the service did not count is not counted here. */
    void release(Message claimed, Instant dueAt, String reason, boolean counted) {
        var update = Update.update("state", State.READY).set("dueAt", dueAt).set("reason", reason);
        if (!counted) {
            update.inc("attempt", -1);
        }
        note(mine(claimed), update);
    }

    /** Puts it back although it may have arrived; the attempt stays counted, so that a late sender is fenced off. */
    void doubt(Message claimed, Instant dueAt, String reason) {
        var update = Update.update("state", State.READY)
                .set("dueAt", dueAt)
                .set("reason", reason)
                .inc("doubts", 1);
        note(mine(claimed), update);
    }

    /** Puts it back because it is wanted later than it was put. */
    void postpone(Message claimed, Instant wantedAt, String reason) {
        var update = Update.update("state", State.READY)
                .set("dueAt", wantedAt)
                .set("wantedAt", wantedAt)
                .set("reason", reason)
                .inc("attempt", -1);
        note(mine(claimed), update);
    }

    /** To be sent to another address, at once. */
    void forward(Message claimed, Address to) {
        var update = Update.update("state", State.READY)
                .set("to", to.toString())
                .set("dueAt", clock.instant())
                .set("reason", "the chat moved")
                .inc("moves", 1);
        note(mine(claimed), update);
    }

    /** Does not give up while the store is away: what is not noted goes out a second time. */
    private boolean note(Query which, Update update) {
        for (int attempt = 1; ; attempt++) {
            try {
                return store.updateFirst(which, update, Message.class).getModifiedCount() == 1;
            } catch (DataAccessException storeIsAway) {
                if (attempt == MOST_ATTEMPTS) {
                    throw storeIsAway;
                }
                rest();
            }
        }
    }

    /** Between two attempts, each of which takes its time, too. */
    void rest() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What waits for a chat in bulk keeps behind what could not go there before. */
    void holdBack(String to, Instant until) {
        var waiting = where("to")
                .is(to)
                .and("state")
                .is(State.READY)
                .and("lane")
                .in(Lane.REMINDER, Lane.ANNOUNCEMENT)
                .and("dueAt")
                .lt(until);
        store.updateMulti(query(waiting), Update.update("dueAt", until), Message.class);
    }

    private static Query mine(Message claimed) {
        return mine(claimed, State.SENDING);
    }

    private static Query mine(Message claimed, State... states) {
        return query(where("_id")
                .is(claimed.id())
                .and("state")
                .in((Object[]) states)
                .and("attempt")
                .is(claimed.attempt())
                .and("owner")
                .is(claimed.owner()));
    }

    Optional<Message> find(String id) {
        return Optional.ofNullable(store.findById(id, Message.class));
    }
}
