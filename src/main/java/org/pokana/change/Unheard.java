package org.pokana.change;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.pokana.forum.Forum;
import org.pokana.forum.Registration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** How many have not said yet that they understood the last change of a forum. Counted at most twice a minute. */
@Component
public class Unheard {

    private static final long UNCHANGED = 1;
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final MongoOperations store;
    private final Acknowledgements acknowledgements;
    private final Clock clock;
    private final Map<String, Count> counted = new ConcurrentHashMap<>();

    Unheard(MongoOperations store, Acknowledgements acknowledgements, Clock clock) {
        this.store = store;
        this.acknowledgements = acknowledgements;
        this.clock = clock;
    }

    private record Count(long version, int people, Instant at) {}

    /** None as long as nothing has changed. */
    public int of(Forum forum) {
        if (forum.version() <= UNCHANGED) {
            return 0;
        }
        var now = clock.instant();
        var known = counted.get(forum.id());
        if (known != null
                && known.version() == forum.version()
                && now.isBefore(known.at().plus(KEPT))) {
            return known.people();
        }
        int people = count(forum);
        counted.put(forum.id(), new Count(forum.version(), people, now));
        return people;
    }

    /** Of those only who they are is read, as they may be thousands. */
    private int count(Forum forum) {
        var understood = acknowledgements.of(forum);
        var concerned = query(where("forum")
                .is(forum.id())
                .and("status")
                .in(Registration.ACTIVE)
                .and("registeredAt")
                .lt(forum.changedAt()));
        concerned.fields().include("contact");
        return (int) store.find(concerned, Document.class, "registrations").stream()
                .map(registration -> registration.getString("contact"))
                .filter(contact -> !Registration.isGuestsId(contact) && !understood.contains(contact))
                .count();
    }
}
