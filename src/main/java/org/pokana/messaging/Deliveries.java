package org.pokana.messaging;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pokana.messaging.Message.State;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
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

    /** How many messages of which lane ended how, and how many are on their way. */
    public record Day(Map<Lane, Map<State, Long>> lanes, Instant at) {

        public long of(Lane lane, State... states) {
            var counts = lanes.getOrDefault(lane, Map.of());
            return Arrays.stream(states)
                    .mapToLong(state -> counts.getOrDefault(state, 0L))
                    .sum();
        }
    }

    public Day lastDay() {
        var now = clock.instant();
        var known = counted;
        if (known != null && now.isBefore(known.at().plus(KEPT))) {
            return known;
        }
        var lanes = new EnumMap<Lane, Map<State, Long>>(Lane.class);
        for (Lane lane : Lane.values()) {
            lanes.put(lane, states(lane, now));
        }
        var day = new Day(lanes, now);
        counted = day;
        return day;
    }

    /** When a message left by a channel last, if that was within a day; looked for first where it is quickly found. */
    public Optional<Instant> lastSent(String channel) {
        return Stream.of(Duration.ofMinutes(10), Duration.ofHours(2), DAY)
                .flatMap(ago -> Arrays.stream(Lane.values())
                        .flatMap(lane -> lastSent(channel, lane, clock.instant().minus(ago)).stream())
                        .max(Comparator.naturalOrder())
                        .stream())
                .findFirst();
    }

    private Optional<Instant> lastSent(String channel, Lane lane, Instant since) {
        var sent =
                where("state").is(State.SENT).and("lane").is(lane).and("dueAt").gt(since);
        var there = sent.and("to").regex("^" + Pattern.quote(channel + ":"));
        var last = query(there).with(Sort.by(Direction.DESC, "dueAt")).limit(1);
        return store.find(last, Message.class).stream()
                .map(Message::settledAt)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private Map<State, Long> states(Lane lane, Instant now) {
        var states = new EnumMap<State, Long>(State.class);
        for (State state : State.values()) {
            var those = where("state").is(state).and("lane").is(lane);
            if (state.isFinal()) {
                those.and("dueAt").gt(now.minus(DAY).minus(LONGEST_WAY));
                those.and("settledAt").gt(now.minus(DAY));
            }
            states.put(state, store.count(query(those), Message.class));
        }
        return states;
    }
}
