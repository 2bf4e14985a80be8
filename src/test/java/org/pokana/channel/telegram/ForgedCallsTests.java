package org.pokana.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pokana.PokanaApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

/** Whoever is not Telegram gets nowhere with the real service, and holds nobody up. */
@Tag("faults")
class ForgedCallsTests {

    private static final String SECRET = "a-secret-of-our-own_1";

    @TempDir
    Path data;

    private final FakeTelegram fake = FakeTelegram.open();
    private final HttpClient somebody =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private ConfigurableApplicationContext service;

    @BeforeEach
    void start() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        service = new SpringApplicationBuilder(PokanaApplication.class)
                .run(
                        "--server.port=" + port,
                        "--pokana.store.data=" + data,
                        "--pokana.public-url=http://127.0.0.1:" + port,
                        "--pokana.telegram.token=" + FakeTelegram.TOKEN,
                        "--pokana.telegram.api=" + fake.url(),
                        "--pokana.telegram.mode=webhook",
                        "--pokana.telegram.secret=" + SECRET);
        await().until(() -> !fake.webhook().isEmpty());
    }

    @AfterEach
    void everyCallWasValid() {
        service.close();
        fake.close();
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void storesNothingOfWhatIsForgedAndHearsTelegramAllTheSame() throws Exception {
        var update = "{\"update_id\":1,\"message\":{\"message_id\":1,\"date\":1,\"text\":\"/start\","
                + "\"chat\":{\"id\":7,\"type\":\"private\"},\"from\":{\"id\":7,\"is_bot\":false,\"first_name\":\"A\"}}}";
        var forgeries = List.of(
                Map.<String, String>of(),
                Map.of(TelegramWebhook.SECRET, ""),
                Map.of(TelegramWebhook.SECRET, SECRET + "1"),
                Map.of(TelegramWebhook.SECRET, SECRET.toUpperCase(java.util.Locale.ROOT)),
                Map.of("Authorization", "Bearer " + SECRET),
                Map.of(TelegramWebhook.SECRET, "x".repeat(4000)),
                Map.of(TelegramWebhook.SECRET, "x".repeat(100_000)));
        for (int round = 0; round < 20; round++) {
            for (var headers : forgeries) {
                assertThat(status(fake.webhook(), headers, update)).isBetween(400, 499);
            }
            var inQuery = fake.webhook() + "?secret_token=" + SECRET + "&" + TelegramWebhook.SECRET + "=" + SECRET;
            assertThat(status(inQuery, Map.of(), update)).isEqualTo(403);
            assertThat(status(fake.webhook() + "0", Map.of(TelegramWebhook.SECRET, SECRET), update))
                    .isEqualTo(403);
        }
        assertThat(service.getBean(MongoOperations.class).getCollection("inbox").countDocuments())
                .isZero();

        var olena = fake.person(3527065, "bg");
        olena.starts("");
        olena.waitsFor("Здравейте");
    }

    private int status(String url, Map<String, String> headers, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return somebody.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
