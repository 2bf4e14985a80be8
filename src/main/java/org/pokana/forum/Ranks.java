package org.pokana.forum;

import static org.pokana.forum.Registration.Status.WAITLISTED;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;

/** Where people stand in line, counted from 1; far back nobody counts exactly, so that it costs little. */
class Ranks {

    private final MongoOperations store;

    /** By forum, from which ticket on everybody is far back; holds as long as nobody leaves the line. */
    private final Map<String, Far> far = new ConcurrentHashMap<>();

    Ranks(MongoOperations store) {
        this.store = store;
    }

    private record Far(Leaving before, long ticket) {}

    /** What is counted whenever somebody leaves the line, with a seat or without. */
    private record Leaving(long numbers, long freed) {

        static Leaving of(Forum seen) {
            return new Leaving(seen.desk().numbers(), seen.desk().freed());
        }
    }

    /** The part of a registration looked at here. */
    record Ticket(long waitSeq) {}

    int of(Registration waiting) {
        return 1 + ahead(waiting).size();
    }

    /** The same, for many who ask about one forum at once. */
    int of(Registration waiting, Forum seen) {
        var known = far.get(seen.id());
        if (known != null && known.before().equals(Leaving.of(seen)) && waiting.waitSeq() > known.ticket()) {
            return 1 + Seating.MOST_COUNTED;
        }
        var ahead = ahead(waiting);
        if (ahead.size() == Seating.MOST_COUNTED) {
            far.put(
                    seen.id(),
                    new Far(Leaving.of(seen), ahead.get(ahead.size() - 1).waitSeq()));
        }
        return 1 + ahead.size();
    }

    private List<Ticket> ahead(Registration waiting) {
        var ahead = query(where("forum")
                        .is(waiting.forum())
                        .and("status")
                        .is(WAITLISTED)
                        .and("waitSeq")
                        .lt(waiting.waitSeq()))
                .with(Sort.by("waitSeq"))
                .limit(Seating.MOST_COUNTED);
        ahead.fields().include("waitSeq");
        return store.find(ahead, Ticket.class, "registrations");
    }
}
