package org.pokana.conversation;

import java.time.Instant;
import java.util.List;
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
 * @param heard the ids of the last messages heard, so that none is heard twice, and the button after a tap
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
        List<String> heard,
        int misses,
        List<Post> pending,
        Instant at) {

    Conversation {
        shown = shown == null ? List.of() : shown; // stored before there was any
    }

    static Conversation fresh(ContactId contact, Address address, Instant now) {
        return new Conversation(
                contact + ":" + address.channel(),
                contact.value(),
                0,
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of(),
                now);
    }

    /** What our replies are in the outbox for. */
    String cause() {
        return "conversation:" + id;
    }

    boolean hasHeard(String incoming) {
        return heard.contains(incoming);
    }

    /** Nothing was heard since. */
    boolean heardLast(String any) {
        return !heard.isEmpty() && heard.get(heard.size() - 1).equals(any);
    }

    @Nullable
    OpenTalk talk() {
        return talks.isEmpty() ? null : talks.get(talks.size() - 1);
    }
}
