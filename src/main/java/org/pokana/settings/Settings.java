package org.pokana.settings;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.ContactId;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** What is chosen at this moment: here at once, on other instances some seconds after it was changed. */
@Component
public class Settings implements Supplier<Chosen> {

    static final Duration KEPT = Duration.ofSeconds(2);

    private final MongoOperations store;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Read read;

    public Settings(MongoOperations store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Read(Chosen chosen, Instant at) {}

    /** While the store is away, what was known before. */
    @Override
    public Chosen get() {
        var now = clock.instant();
        var known = read;
        if (known != null
                && !now.isBefore(known.at())
                && now.isBefore(known.at().plus(KEPT))) {
            return known.chosen();
        }
        return known == null ? readAgain(Chosen.NOTHING, now) : one(known.chosen(), now);
    }

    /** One is enough to ask; nobody else waits for a store that may be slow. */
    private Chosen one(Chosen known, Instant now) {
        if (!reading.tryLock()) {
            return known;
        }
        try {
            return readAgain(known, now);
        } finally {
            reading.unlock();
        }
    }

    private Chosen readAgain(Chosen known, Instant now) {
        try {
            return keep(stored(), now);
        } catch (DataAccessException storeIsAway) {
            return keep(known, now);
        }
    }

    private Chosen keep(Chosen chosen, Instant at) {
        read = new Read(chosen, at);
        return chosen;
    }

    private Chosen stored() {
        return Objects.requireNonNullElse(store.findById(Chosen.ID, Chosen.class), Chosen.NOTHING);
    }

    /** As it is now, and not as it was some seconds ago: to be changed. */
    public Chosen latest() {
        return keep(stored(), clock.instant());
    }

    /** @param wanted with the version it was made from; empty if somebody else was faster, who is not overwritten */
    public Optional<Chosen> change(Chosen wanted, ContactId by) {
        var now = clock.instant();
        var changed = wanted.by(by.value(), now);
        return write(wanted.version(), changed) ? Optional.of(keep(changed, now)) : Optional.empty();
    }

    private boolean write(long seen, Chosen changed) {
        if (seen > 0) {
            var asSeen = where("_id").is(Chosen.ID).and("version").is(seen);
            return store.findAndReplace(query(asSeen), changed) != null;
        }
        try {
            store.insert(changed);
            return true;
        } catch (DuplicateKeyException somebodyWasFaster) {
            return false;
        }
    }

    /** What they chose stays, but no longer that it was them. */
    public void forget(ContactId who) {
        store.updateFirst(query(where("by").is(who.value())), new Update().unset("by"), Chosen.class);
        read = null;
    }
}
