package org.pokana.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pokana.PokanaApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service as it is started, with people on the other side of the Bot API. */
class TelegramServiceTests {

    @TempDir
    Path data;

    private final FakeTelegram fake = FakeTelegram.open();
    private final FakePerson olena = fake.person(3527065, "bg");
    private final FakePerson ivan = fake.person(88, "en");
    private int port;
    private ConfigurableApplicationContext service;

    @BeforeEach
    void findAPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
    }

    @AfterEach
    void everyCallWasValid() {
        service.close();
        fake.close();
        assertThat(fake.violations()).isEmpty();
    }

    private void start(String... settings) {
        var all = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--pokana.store.data=" + data,
                "--pokana.public-url=http://127.0.0.1:" + port,
                "--pokana.telegram.token=" + FakeTelegram.TOKEN,
                "--pokana.telegram.api=" + fake.url()));
        all.addAll(List.of(settings));
        service = new SpringApplicationBuilder(PokanaApplication.class).run(all.toArray(String[]::new));
    }

    @Test
    void talksWithPeopleInTheirLanguageThroughARestart() {
        start();
        olena.starts("");
        ivan.starts("");
        olena.waitsFor("Здравейте", "Меню");
        ivan.waitsFor("Hello", "Menu");

        olena.taps("Меню");
        olena.waitsFor("Какво да направим?");
        assertThat(fake.answers(olena.id())).hasSize(1);

        olena.shows("sticker", "{}");
        olena.waitsFor("чета само текст");

        service.close();
        olena.says("/help");
        start();
        olena.waitsFor("Пишете със свои думи или с бутоните");
        await().until(() -> fake.unansweredTaps().isEmpty());
    }

    @Test
    void answersButtonsOfOtherTimesWithHowThingsStandNow() {
        start();
        olena.starts("");
        olena.waitsFor("Здравейте");
        olena.tapsInaccessible("0|an older version");
        olena.waitsFor("вече не е актуален");
        olena.tapsInaccessible("1:no-such-pick");
        olena.waitsFor("вече не е актуален");
        await().until(() -> fake.unansweredTaps().isEmpty());
    }

    @Test
    void dressesTheShopfront() {
        start();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> fake.profile().containsKey("setMyCommands all_private_chats en"));
        assertThat(fake.profile()).containsKeys("setMyDescription bg", "setMyShortDescription en");
    }

    @Test
    void showsTheirCommandsToOrganizersOnly() {
        start("--pokana.organizers=telegram:" + ivan.id());
        await().until(() -> fake.profile().containsKey("setChatMenuButton"));
        olena.starts("");
        ivan.starts("");
        await().until(() -> commands("en").contains("\"announce\""));
        assertThat(fake.profile().keySet()).noneMatch(key -> key.contains("chat " + olena.id()));
    }

    private String commands(String language) {
        return fake.profile().getOrDefault("setMyCommands chat " + ivan.id() + " " + language, "");
    }

    @Test
    void answersInAGroupWhenItIsSpokenTo() {
        start("--pokana.organizers=telegram:" + ivan.id());
        ivan.starts("");
        ivan.waitsFor("Hello");
        ivan.adds(-100);
        await().until(() -> said(-100).size() == 1);
        assertThat(said(-100).get(0)).contains("I am Pokana");

        olena.saysIn(-100, "Кога е форумът?");
        olena.saysIn(-100, "/link");
        ivan.saysIn(-100, "/link@pokana_test_bot");
        olena.saysIn(-100, "@pokana_test_bot какво е ГДЗП?");
        await().until(() -> said(-100).size() >= 4);
        assertThat(said(-100)).anyMatch(text -> text.contains("Only an organizer"));
        assertThat(said(-100)).anyMatch(text -> text.contains("The group is linked"));
        assertThat(fake.answers(-100)).allMatch(message -> message.buttons().isEmpty());
        assertThat(fake.answers(olena.id())).isEmpty();
    }

    private List<String> said(long chat) {
        return fake.answers(chat).stream().map(FakeMessage::text).toList();
    }

    @Test
    void talksThroughAWebhook() {
        start("--pokana.telegram.mode=webhook", "--pokana.telegram.secret=0123456789abcdef");
        olena.starts("");
        olena.waitsFor("Здравейте");
        olena.taps("Меню");
        olena.waitsFor("Какво да направим?");
        assertThat(fake.calls("getUpdates")).isEmpty();

        service.close();
        olena.says("/help");
        start("--pokana.telegram.mode=webhook", "--pokana.telegram.secret=0123456789abcdef");
        olena.waitsFor("Пишете със свои думи или с бутоните");
    }
}
