package org.pokana.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pokana.channel.telegram.FakeTelegram;
import org.pokana.crash.BotProcess;

/** How soon Telegram hears "200" when it delivers an update, which by then is stored; the answers go out meanwhile. */
class WebhookBench {

    private static final int SECONDS = Integer.getInteger("bench.seconds", 60);
    private static final int A_SECOND = Integer.getInteger("bench.rate", 50);
    private static final int PEOPLE = 500;
    private static final int FIRST = 10_000;
    private static final int CONNECTIONS = 8;
    private static final String SECRET = "a-secret-of-nobody-1234";

    private final AtomicInteger updates = new AtomicInteger();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void takesUpdatesAtOnce(@TempDir Path folder) throws Exception {
        int port = freePort();
        try (var telegram = FakeTelegram.open(0, BotProcess.CLOCK);
                var bot = new BotProcess(folder, telegram)) {
            IntStream.range(FIRST, FIRST + PEOPLE).forEach(number -> telegram.person(number, "bg"));
            bot.set("SERVER_PORT", String.valueOf(port))
                    .set("POKANA_TELEGRAM_MODE", "webhook")
                    .set("POKANA_TELEGRAM_SECRET", SECRET)
                    .set("POKANA_PUBLIC_URL", "https://bot.example.org")
                    .start();
            Awaitility.await().until(() -> !telegram.webhook().isEmpty());
            var hook = URI.create(
                    "http://127.0.0.1:" + port + URI.create(telegram.webhook()).getPath());
            posts(hook, 10); // a process that has just started is slow
            var took = posts(hook, SECONDS);
            bot.finishes(updates.get(), Duration.ofMinutes(3));
            System.out.printf(
                    "%n%d updates a second by %d connections, each stored and answered: \"200\" after %s (goal: p99 50 ms);"
                            + " p99 : goal = %.2f%n%n",
                    A_SECOND, CONNECTIONS, took, took.percentile(99) / 50);
        }
    }

    private Latencies posts(URI hook, int seconds) throws Exception {
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        var each = new ArrayList<Callable<Latencies>>();
        IntStream.range(0, CONNECTIONS).forEach(any -> each.add(() -> posts(hook, seconds, any)));
        var all = new Latencies();
        for (var done : threads.invokeAll(each)) {
            all.addAll(done.get());
        }
        threads.shutdown();
        return all;
    }

    /** At fixed times, however long the one before took: what has to wait for it counts as late. */
    private Latencies posts(URI hook, int seconds, int connection) throws IOException, InterruptedException {
        var took = new Latencies();
        long pause = 1_000_000_000L * CONNECTIONS / A_SECOND;
        long due = System.nanoTime() + pause * connection / CONNECTIONS;
        for (int number = 0; number < seconds * A_SECOND / CONNECTIONS; number++, due += pause) {
            long early = due - System.nanoTime();
            if (early > 0) {
                Thread.sleep(early / 1_000_000, (int) (early % 1_000_000));
            }
            assertThat(http.send(request(hook), BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
            took.add(System.nanoTime() - due);
        }
        return took;
    }

    private HttpRequest request(URI hook) {
        int number = updates.incrementAndGet();
        int person = FIRST + number % PEOPLE;
        var said = List.of("/help", "/forums", "/my").get(number % 3);
        var update = """
                {"update_id":%d,"message":{"message_id":%d,"date":%d,"text":"%s",
                "from":{"id":%d,"is_bot":false,"first_name":"Олена","language_code":"bg"},
                "chat":{"id":%d,"type":"private","first_name":"Олена"}}}""".formatted(number, number, BotProcess.CLOCK.instant().getEpochSecond(), said, person, person);
        return HttpRequest.newBuilder(hook)
                .header("Content-Type", "application/json")
                .header("X-Telegram-Bot-Api-Secret-Token", SECRET)
                .POST(BodyPublishers.ofString(update))
                .build();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
