package org.pokana.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.messaging.Incoming.said;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.SettableClock;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.store.TestStore;

class TranscriptTests {

    private static final Address OLENA = new Address("webchat", "olena");

    private final TestStore store = TestStore.inMemory(Received.class, Message.class);
    private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    private final Outbox outbox = new Outbox(store.mongo(), clock, new Channels(List.of()));
    private final Transcript transcript = new Transcript(store.mongo());

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void letsGoWhatIsOverHoweverMuchItIs() {
        var longAgo = clock.instant();
        store.mongo()
                .insertAll(IntStream.range(0, 1_001)
                        .mapToObj(number -> heard("old" + number, longAgo))
                        .toList());
        says("sent-long-ago");
        outbox.callOff("test", Optional.empty(), "settled for this test");
        says("still-waiting");
        clock.advance(Duration.ofDays(1));
        store.mongo().insert(heard("new", clock.instant()));

        assertThat(transcript.fade(clock.instant())).isEqualTo(1_002);
        assertThat(transcript.fade(clock.instant())).isZero();

        assertThat(store.mongo().findAll(Received.class))
                .extracting(Received::id)
                .containsExactly("new");
        assertThat(store.mongo().findAll(Message.class)).extracting(Message::id).containsExactly("still-waiting");
    }

    private static Received heard(String id, Instant at) {
        return Received.of(said(id, OLENA, "text " + id, null, at), "me", at);
    }

    private void says(String id) {
        outbox.put(List.of(Post.of(
                id, new ContactId("olena"), OLENA, Lane.REPLY, Content.text("text " + id), "test", clock.instant())));
    }
}
