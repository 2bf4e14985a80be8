package org.pokana.announcement;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** How many announcements a person is asked to bear: one in a day and three in a week, not counting the urgent. */
@Component
class Budget {

    private static final int A_DAY = 1;
    private static final int A_WEEK = 3;

    /** A little less than a day, so that tomorrow at the same hour is another day. */
    private static final Duration DAY = Duration.ofHours(22);

    private static final Duration WEEK = Duration.ofDays(7).minusHours(2);

    private final MongoOperations store;
    private final Clock clock;

    Budget(MongoOperations store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** When the person may get this one; empty when now. */
    Optional<Instant> freeAgain(Message message) {
        var got = store.find(query(got(WEEK).and("contact").is(message.contact())), Message.class).stream()
                .filter(other -> other.continues().isEmpty()) // one in parts is still one
                .filter(other -> !other.cause().equals(message.cause()) && counts(other))
                .map(Message::settledAt)
                .filter(Objects::nonNull)
                .sorted(Comparator.reverseOrder())
                .toList();
        return Stream.of(free(got, A_DAY, DAY), free(got, A_WEEK, WEEK))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    /** As soon as fewer than {@code most} fall into the span before it. */
    private Optional<Instant> free(List<Instant> latestFirst, int most, Duration span) {
        return latestFirst.size() < most
                ? Optional.empty()
                : Optional.of(latestFirst.get(most - 1).plus(span)).filter(clock.instant()::isBefore);
    }

    /** Who would get nothing more today. */
    Set<String> spentToday() {
        return store.find(query(got(DAY)), Message.class).stream()
                .filter(this::counts)
                .map(Message::contact)
                .collect(Collectors.toSet());
    }

    private boolean counts(Message message) {
        return Announcement.idIn(message.cause())
                .map(id -> store.findById(id, Announcement.class))
                .filter(announcement -> announcement.terms().urgent() == null)
                .isPresent();
    }

    private Criteria got(Duration lately) {
        return where("state")
                .in(Message.State.SENT, Message.State.UNCERTAIN)
                .and("lane")
                .is(Lane.ANNOUNCEMENT)
                .and("settledAt")
                .gt(clock.instant().minus(lately));
    }
}
