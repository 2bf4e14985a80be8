package org.pokana.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.messaging.Incoming.said;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.SettableClock;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.store.TestStore;

class KeptTextsTests {

    private static final Address OLENA = new Address("webchat", "olena");
    private static final Address IVAN = new Address("telegram", "17");

    private final TestStore store = TestStore.inMemory(Received.class, Message.class);
    private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    private final Outbox outbox = new Outbox(store.mongo(), clock, new Channels(List.of()));
    private final KeptTexts received = new KeptMessages().receivedTexts(store.mongo());
    private final KeptTexts sent = new KeptMessages().sentTexts(store.mongo());

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void remembersAndForgetsOnesOwnMessagesOnly() {
        hears(OLENA, "a", clock.instant());
        hears(IVAN, "b", clock.instant());
        says("olena", OLENA, "c");
        says("ivan", IVAN, "d");

        assertThat(received.of(new ContactId("olena"), List.of(OLENA)))
                .hasSize(1)
                .first()
                .asString()
                .contains("text a");
        assertThat(sent.of(new ContactId("olena"), List.of(OLENA)))
                .hasSize(1)
                .first()
                .asString()
                .contains("text c");

        received.forget(new ContactId("olena"), List.of(OLENA));
        sent.forget(new ContactId("olena"), List.of(OLENA));

        assertThat(store.mongo().findAll(Received.class))
                .extracting(Received::id)
                .containsExactly("b");
        assertThat(store.mongo().findAll(Message.class)).extracting(Message::id).containsExactly("d");
    }

    @Test
    void letsGoWhatIsOver() {
        for (int i = 0; i < 1_201; i++) {
            hears(OLENA, "old" + i, clock.instant());
        }
        says("olena", OLENA, "sent-long-ago");
        outbox.callOff("test", java.util.Optional.empty(), "settled for this test");
        says("olena", OLENA, "still-waiting");
        clock.advance(Duration.ofDays(90));
        hears(OLENA, "new", clock.instant());
        var before = clock.instant().minus(Duration.ofDays(89));

        assertThat(received.fade(before)).isEqualTo(1_201);
        assertThat(sent.fade(before)).isEqualTo(1);
        assertThat(received.fade(before)).isZero();

        assertThat(store.mongo().findAll(Received.class))
                .extracting(Received::id)
                .containsExactly("new");
        assertThat(store.mongo().findAll(Message.class)).extracting(Message::id).containsExactly("still-waiting");
    }

    private void hears(Address from, String id, Instant at) {
        store.mongo().insert(Received.of(said(id, from, "text " + id, null, at), "me", at));
    }

    private void says(String person, Address to, String id) {
        outbox.put(List.of(Post.of(
                id, new ContactId(person), to, Lane.REPLY, Content.text("text " + id), "test", clock.instant())));
    }
}
