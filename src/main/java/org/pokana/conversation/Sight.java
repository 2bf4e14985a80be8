package org.pokana.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.pokana.kernel.Address;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;

/**
 * What a person has before their eyes: our last replies with choices under them, and what came without being asked for,
 * such as a reminder. Bounded, because nobody scrolls far to find a word to type.
 */
final class Sight {

    private static final int MOST = 5;
    private static final Duration LASTS = Duration.ofDays(7);

    /** Not every message has choices. */
    private static final int MOST_READ = 4 * MOST;

    /** What was sent just before the last reply may be noted as sent just after it. */
    private static final Duration NOTED_LATE = Duration.ofMinutes(1);

    private final Outbox outbox;

    Sight(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Everything shown to them up to now, the latest last. */
    List<Shown> of(Conversation before, Address address, Instant now) {
        var all = new ArrayList<Shown>();
        outbox.lastArrived(address, before.at().minus(NOTED_LATE), MOST_READ).stream()
                .filter(message -> !message.cause().equals(before.cause()))
                .filter(message -> message.amends() == null) // stands where the earlier one stood
                .filter(message ->
                        before.shown().stream().noneMatch(known -> known.id().equals(message.id())))
                .flatMap(message -> Shown.of(message.id(), message.content(), seen(message)).stream())
                .forEach(all::add);
        all.addAll(before.shown());
        all.sort(Comparator.comparing(Shown::at)); // what a talk had sent at the same moment stands above its answer
        return last(all, now);
    }

    /** What is sent at once goes in the order in which it was put, whenever that was noted. */
    private static Instant seen(Message message) {
        return message.lane() == Lane.REPLY
                ? message.putAt()
                : Objects.requireNonNullElse(message.settledAt(), message.putAt());
    }

    /** The same after what is said now. */
    static List<Shown> and(List<Shown> before, List<Post> said, Instant now) {
        var all = new ArrayList<>(before);
        said.forEach(post -> Shown.of(post.id(), post.content(), now).ifPresent(all::add));
        return last(all, now);
    }

    private static List<Shown> last(List<Shown> all, Instant now) {
        var fresh = all.stream()
                .filter(shown -> shown.at().plus(LASTS).isAfter(now))
                .toList();
        return List.copyOf(fresh.subList(Math.max(0, fresh.size() - MOST), fresh.size()));
    }
}
