package org.pokana.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.pokana.PokanaApplication;
import org.pokana.kernel.Address;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The whole service before a Telegram that misbehaves; every call it gets has to be a valid one all the same. */
abstract class TelegramTrial {

    static final int SCALE = Integer.getInteger("pokana.faults", 1);
    static final String SECRET = "0123456789abcdef";
    static final Duration LONG = Duration.ofSeconds(60L + 20L * SCALE);

    @TempDir
    Path data;

    final FakeTelegram fake = FakeTelegram.open();
    final FakePerson olena = fake.person(3527065, "bg");
    int port;
    ConfigurableApplicationContext service;

    @BeforeEach
    void findAPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
    }

    @AfterEach
    void everyCallWasValid() {
        if (service != null) {
            service.close();
        }
        fake.close();
        assertThat(fake.violations()).isEmpty();
    }

    void start(String... settings) {
        startAt(Clock.systemUTC(), settings);
    }

    void startAt(Clock clock, String... settings) {
        var all = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--pokana.store.data=" + data,
                "--pokana.public-url=http://127.0.0.1:" + port,
                "--pokana.telegram.token=" + FakeTelegram.TOKEN,
                "--pokana.telegram.api=" + fake.url()));
        all.addAll(List.of(settings));
        service = new SpringApplicationBuilder(PokanaApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("testClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(all.toArray(String[]::new));
    }

    void startWithWebhook() {
        start("--pokana.telegram.mode=webhook", "--pokana.telegram.secret=" + SECRET);
        await().until(() -> !fake.webhook().isEmpty());
    }

    int heard(FakePerson person) {
        return fake.answers(person.id()).size();
    }

    static Address address(long chat) {
        return new Address("telegram", String.valueOf(chat));
    }
}
