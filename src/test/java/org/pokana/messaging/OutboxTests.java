package org.pokana.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.SettableClock;
import org.pokana.kernel.Address;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Content.Button;
import org.pokana.messaging.Message.State;
import org.pokana.store.TestStore;

class OutboxTests {

    private static final Address OLENA = new Address("webchat", "olena");

    private static final Button MENU = new Button("/menu", "Меню", Tone.AWAY);

    private final TestStore store = TestStore.inMemory(Message.class);
    private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    private final Outbox outbox = new Outbox(store.mongo(), clock, new Channels(List.of()));

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void keepsEveryKindOfContentAsItWas() {
        var text = new Content.Text("Здравейте", List.of(new Button("/menu", "Меню", Tone.AWAY)), true);
        var place = new Content.Place("Зала", "Хасково", 41.93, 25.55);
        var file = new Content.Document("forum.ics", "text/calendar", new byte[] {1, 2, 3}, "Файл");
        outbox.put(List.of(post("a", text), post("b", place), post("c", file)));

        assertThat(outbox.find("a").orElseThrow().content()).isEqualTo(text);
        assertThat(outbox.find("b").orElseThrow().content()).isEqualTo(place);
        assertThat(outbox.find("c").orElseThrow().content())
                .usingRecursiveComparison()
                .isEqualTo(file);
    }

    @Test
    void sendsOnceWhatIsPutTwice() {
        outbox.put(List.of(post("a", Content.text("едно"))));
        outbox.put(List.of(post("a", Content.text("друго")), post("b", Content.text("две"))));

        assertThat(outbox.of("test")).extracting(Message::id).containsExactlyInAnyOrder("a", "b");
        assertThat(outbox.find("a").orElseThrow().content()).isEqualTo(Content.text("едно"));
    }

    @Test
    void callsOffOnlyWhatHasNotLeft() {
        outbox.put(List.of(post("a", Content.text("едно")), post("b", Content.text("две"))));
        outbox.callOff("test", Optional.of("olena"), "moved");

        assertThat(outbox.count("test")).isEqualTo(Map.of(State.SUPERSEDED, 1));
        assertThat(outbox.find("a").orElseThrow().reason()).isEqualTo("moved");
    }

    @Test
    void countsAPersonOnceHoweverManyPartsTheirMessageHas() {
        var album = new Content.Media(MediaTests.photos(3), Content.text("Снимки", MENU));
        outbox.put(List.of(post("a", album)));

        assertThat(outbox.of("test")).extracting(Message::id).containsExactlyInAnyOrder("a", "a+1");
        assertThat(outbox.of("test"))
                .extracting(Message::continues)
                .containsExactlyInAnyOrder(Optional.empty(), Optional.of("a"));
        assertThat(outbox.count("test")).isEqualTo(Map.of(State.READY, 1));
        outbox.callOff("test", Optional.empty(), "stopped");
        assertThat(outbox.count("test")).isEqualTo(Map.of(State.SUPERSEDED, 1));
    }

    @Test
    void saysWhereAMessageStandsThatIsInTwoPlaces() {
        assertThat(State.SENT.worse(State.FAILED)).isEqualTo(State.FAILED);
        assertThat(State.READY.worse(State.SENT)).isEqualTo(State.READY);
        assertThat(State.UNCERTAIN.worse(State.SENT)).isEqualTo(State.UNCERTAIN);
        assertThat(State.SENT.worse(State.SENT)).isEqualTo(State.SENT);
    }

    private Post post(String id, Content content) {
        return Post.of(id, new ContactId("olena"), OLENA, Lane.REMINDER, content, "test", clock.instant())
                .notAfter(clock.instant().plus(Duration.ofDays(1)));
    }
}
