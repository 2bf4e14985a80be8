package org.pokana.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Post;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Where we stand with a person on one channel: the talks that are open, what they can choose from, and the replies that
 * a crash must not lose.
 *
 * @param talks open talks, the one being held last
 * @param shown the last messages with choices under them, the latest last
 * @param heardLately the last messages heard, so that none is heard twice
 * @param misses how many times in a row we did not understand
 * @param pending what was decided together with this state and is not yet known to be in the outbox
 */
@Document("conversations")
record Conversation(
        @Id String id,
        String contact,
        long version,
        List<OpenTalk> talks,
        List<Shown> shown,
        List<Heard> heardLately,
        int misses,
        List<Post> pending,
        Instant at) {

    /** So many are remembered, whenever they were heard. */
    private static final int LAST = 20;

    /** And as many more as were heard in this time, after which nothing is left that a crash cut short. */
    private static final Duration TAKEN_OVER = Duration.ofMinutes(2);

    private static final int MOST = 500;

    /**
     * A message by its id.
     *
     * @param tap the button that was tapped, or null
     */
    record Heard(String id, @Nullable String tap, Instant at) {}

    Conversation {
        shown = shown == null ? List.of() : shown; // stored before there was any
        heardLately = heardLately == null ? List.of() : heardLately;
    }

    static String id(ContactId contact, Address address) {
        return contact + ":" + address.channel();
    }

    static Conversation fresh(ContactId contact, Address address, Instant now) {
        return new Conversation(
                id(contact, address), contact.value(), 0, List.of(), List.of(), List.of(), 0, List.of(), now);
    }

    /** What our replies are in the outbox for. */
    String cause() {
        return "conversation:" + id;
    }

    boolean hasHeard(String incoming) {
        return heardLately.stream().anyMatch(heard -> heard.id().equals(incoming));
    }

    List<Heard> heardLatelyAnd(Heard last, Instant now) {
        var heard = new ArrayList<>(heardLately);
        heard.add(last);
        int first = 0;
        while (heard.size() - first > LAST && heard.get(first).at().isBefore(now.minus(TAKEN_OVER))) {
            first++;
        }
        return List.copyOf(heard.subList(Math.max(first, heard.size() - MOST), heard.size()));
    }

    /** Nothing was heard since. */
    boolean heardLast(@Nullable String tap) {
        return tap != null
                && !heardLately.isEmpty()
                && tap.equals(heardLately.get(heardLately.size() - 1).tap());
    }

    @Nullable
    OpenTalk talk() {
        return talks.isEmpty() ? null : talks.get(talks.size() - 1);
    }

    /** What we showed in answer to the last message, if there were choices under it. */
    Optional<String> lastShown() {
        return shown.isEmpty()
                ? Optional.empty()
                : Optional.of(shown.get(shown.size() - 1).id()).filter(id -> id.startsWith(replyId(version)));
    }

    /** What the ids of our replies begin with in the outbox. */
    String replyId(long version) {
        return "reply:" + id + ":" + version + ":";
    }
}
