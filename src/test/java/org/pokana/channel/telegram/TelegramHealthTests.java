package org.pokana.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pokana.PokanaApplication;
import org.pokana.ShiftedClock;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

class TelegramHealthTests {

    @TempDir
    Path data;

    private final ShiftedClock clock = new ShiftedClock("2027-02-01T08:00:00Z");

    /** A container that restarts whatever is not well would restart it for ever. */
    @Test
    void isAliveButNotWellWhileTelegramIsSilent() throws Exception {
        try (var fake = FakeTelegram.open()) {
            fake.next("*").times(100_000).refuses(502, "Bad Gateway");
            try (var service = service(fake)) {
                assertThat(status(service, "/actuator/health")).isEqualTo(200);

                clock.travelTo("2027-02-01T08:02:00Z");
                assertThat(status(service, "/actuator/health")).isEqualTo(503);
                assertThat(status(service, "/actuator/health/liveness")).isEqualTo(200);
            }
        }
    }

    private ConfigurableApplicationContext service(FakeTelegram fake) {
        return new SpringApplicationBuilder(PokanaApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("shiftedClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(
                        "--server.port=0",
                        "--pokana.store.data=" + data,
                        "--pokana.telegram.token=" + FakeTelegram.TOKEN,
                        "--pokana.telegram.api=" + fake.url());
    }

    private static int status(ConfigurableApplicationContext service, String page)
            throws IOException, InterruptedException {
        int port = ((WebServerApplicationContext) service).getWebServer().getPort();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
