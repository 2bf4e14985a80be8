package org.pokana.channel.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.channel.webchat.Listener.Event;
import org.pokana.console.WebStage;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Ids;
import org.pokana.messaging.Content;
import org.pokana.messaging.Lane;

class EventStreamsTests {

    private static WebStage stage;
    private String olena = "";

    @BeforeAll
    static void open() {
        stage = WebStage.open();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @BeforeEach
    void openSession() {
        olena = stage.bean(WebChatSessions.class).open();
    }

    @Test
    void tellsAnOpenPageWhatIsSaid() throws Exception {
        try (var page = new Listener(stage.url(), olena, 0)) {
            assertThat(page.header("Content-Type")).startsWith("text/event-stream");
            tell("Здравейте, Олена!");

            var said = page.next();
            assertThat(said.name()).isEqualTo("said");
            assertThat(said.id()).isEqualTo("1");
            assertThat(said.data()).contains("\"text\":\"Здравейте, Олена!\"", "\"who\":\"bot\"", "\"number\":1");
        }
    }

    @Test
    void goesOnAfterWhatThePageSawLast() throws Exception {
        tell("едно");
        tell("две");
        tell("три");
        try (var since = new Listener(stage.url(), olena, 1);
                var back = new Listener(stage.url(), olena, 0, "Last-Event-ID", "2")) {
            assertThat(since.next(2)).extracting(Event::id).containsExactly("2", "3");
            assertThat(back.next().id()).isEqualTo("3");
        }
    }

    @Test
    void losesAndDoublesNothingWhileManyWrite() throws Exception {
        var writers = Executors.newFixedThreadPool(4);
        try (var page = new Listener(stage.url(), olena, 0)) {
            for (int writer = 0; writer < 4; writer++) {
                writers.execute(() -> {
                    for (int i = 0; i < 50; i++) {
                        tell("ред " + i);
                    }
                });
            }

            assertThat(page.next(200))
                    .extracting(event -> Long.valueOf(event.id()))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 200).boxed().toList());
        } finally {
            writers.shutdownNow();
        }
    }

    @Test
    void tellsWhatAnotherInstanceWrote() throws Exception {
        var elsewhere = new WebChatLog(stage.store(), stage.bean(Ids.class), stage.bean(Clock.class));
        try (var page = new Listener(stage.url(), olena, 0)) {
            elsewhere.told(olena, "k1", Content.text("от другаде"));

            assertThat(page.next().data()).contains("от другаде");
        }
    }

    @Test
    void tellsThatAMessageChanged() throws Exception {
        var log = stage.bean(WebChatLog.class);
        var sent = log.told(olena, "k2", Content.text("Форумът е на 25 февруари."));
        try (var page = new Listener(stage.url(), olena, 1)) {
            stage.bean(WebChatChannel.class)
                    .edit(
                            new Address("webchat", olena),
                            sent.id(),
                            Content.text("Форумът е на 26 февруари."),
                            Lane.REPLY);

            var changed = page.next();
            assertThat(changed.name()).isEqualTo("changed");
            assertThat(changed.data()).contains("26 февруари", "\"number\":1");
        }
    }

    @Test
    void goesOnAfterARestart() throws Exception {
        try (var page = new Listener(stage.url(), olena, 0)) {
            tell("преди");
            assertThat(page.next().id()).isEqualTo("1");
            var start = System.nanoTime();
            stage.stop();

            assertThat(page.next().name()).isEqualTo("end");
            // an open page must not hold up the stop, which would wait 25 seconds for it
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        } finally {
            stage.restart();
        }
        tell("след");
        try (var page = new Listener(stage.url(), olena, 1)) {
            assertThat(page.next().data()).contains("след");
        }
    }

    @Test
    void sendsTheOldestPageAwayWhenThereAreTooMany() throws Exception {
        try (var first = new Listener(stage.url(), olena, 0);
                var second = new Listener(stage.url(), olena, 0);
                var third = new Listener(stage.url(), olena, 0);
                var fourth = new Listener(stage.url(), olena, 0);
                var fifth = new Listener(stage.url(), olena, 0)) {
            assertThat(first.next(2)).extracting(Event::name).containsExactly("away", "end");
            tell("Здравейте");

            for (var page : List.of(second, third, fourth, fifth)) {
                assertThat(page.next().name()).isEqualTo("said");
            }
        }
    }

    @Test
    void tellsAPageThatSawAnotherSessionToStartOver() throws Exception {
        tell("Здравейте");
        try (var page = new Listener(stage.url(), olena, 57)) {
            assertThat(page.next(2)).extracting(Event::name).containsExactly("reset", "said");
        }
    }

    @Test
    void tellsAPageWhenItsSessionIsErased() throws Exception {
        tell("Здравейте");
        try (var page = new Listener(stage.url(), olena, 1)) {
            stage.bean(WebChatMemory.class).forget(new ContactId("olena"), List.of(new Address("webchat", olena)));

            assertThat(page.next(2)).extracting(Event::name).containsExactly("erased", "end");
        }
        try (var again = new Listener(stage.url(), olena, 1)) {
            assertThat(again.status()).isEqualTo(401);
        }
    }

    @Test
    void tellsNothingOfOtherSessions() throws Exception {
        var ivan = stage.bean(WebChatSessions.class).open();
        try (var page = new Listener(stage.url(), ivan, 0)) {
            tell("тайна на Олена");
            stage.bean(WebChatChannel.class).send(new Address("webchat", ivan), Content.text("за Иван"), Lane.REPLY);

            assertThat(page.next().data()).contains("за Иван");
        }
    }

    private void tell(String text) {
        stage.bean(WebChatChannel.class).send(new Address("webchat", olena), Content.text(text), Lane.REPLY);
    }
}
