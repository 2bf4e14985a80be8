package org.pokana.messaging;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pokana.messaging.Message.State;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** What became of the messages of the last day, in numbers. Counted at most once a minute, as they may be many. */
@Component
public class Deliveries {

    private static final Duration DAY = Duration.ofDays(1);

    /** What was to leave longer ago than this has not ended within the last day. */
    private static final Duration LONGEST_WAY = Duration.ofDays(3);

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final MongoOperations store;
    private final Clock clock;
    private volatile @Nullable Day counted;

    public Deliveries(MongoOperations store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** How many messages ended how, and how many are on their way. */
    public record Day(Map<State, Long> states, Instant at) {

        public long of(State state) {
            return states.getOrDefault(state, 0L);
        }
    }

    public Day lastDay() {
        var now = clock.instant();
        var known = counted;
        if (known != null && now.isBefore(known.at().plus(KEPT))) {
            return known;
        }
        var states = new EnumMap<State, Long>(State.class);
        for (State state : State.values()) {
            var those = where("state").is(state).and("lane").in((Object[]) Lane.values());
            if (state.isFinal()) {
                those.and("dueAt").gt(now.minus(DAY).minus(LONGEST_WAY));
                those.and("settledAt").gt(now.minus(DAY));
            }
            states.put(state, store.count(query(those), Message.class));
        }
        var day = new Day(states, now);
        counted = day;
        return day;
    }
}
