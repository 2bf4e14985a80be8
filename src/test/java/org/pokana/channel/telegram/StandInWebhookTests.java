package org.pokana.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stand-in when it delivers. */
class StandInWebhookTests {

    private final FakeTelegram fake = FakeTelegram.open();
    private final FakePerson olena = fake.person(7, "bg");
    private final FakePerson ivan = fake.person(8, "en");
    private final RawBot bot = new RawBot(fake);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private final List<String> secrets = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> troubles = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private volatile int code = 500;
    private volatile String retryAfter = "";
    private volatile long millis;
    private HttpServer receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 100);
        receiver.createContext("/", this::receive);
        receiver.setExecutor(threads);
        receiver.start();
    }

    @AfterEach
    void close() {
        fake.close();
        receiver.stop(0);
        threads.shutdownNow();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            var update = JsonMapper.shared().readTree(exchange.getRequestBody());
            var text = update.path("message").path("text").asString("?");
            secrets.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token")));
            arrived.add(text);
            Thread.sleep(millis);
            boolean troubled = troubles.merge(text, -1, Integer::sum) >= 0;
            underWay.decrementAndGet();
            if (troubled && !retryAfter.isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            exchange.sendResponseHeaders(troubled ? code : 200, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void delivers(String more) {
        bot.calls(
                "setWebhook",
                "{'url':'http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook'" + more + "}");
    }

    @Test
    void tellsTheSecret() {
        delivers(",'secret_token':'only-we_know1'");
        olena.says("ало");

        await().until(() -> arrived.size() == 1);
        assertThat(secrets).containsExactly("only-we_know1");
        await().until(() -> fake.unfetched() == 0);
    }

    @Test
    void keepsTheOrderOfAChatAndGoesOnWithOthersMeanwhile() {
        troubles.put("първо", 8);
        delivers("");
        olena.says("първо");
        olena.says("второ");
        ivan.says("first");

        await().until(() -> arrived.contains("второ"));
        assertThat(arrived.stream().filter(text -> text.equals("първо"))).hasSize(9);
        assertThat(arrived.indexOf("first")).isLessThan(arrived.lastIndexOf("първо"));
        assertThat(arrived.indexOf("второ")).isGreaterThan(arrived.lastIndexOf("първо"));
    }

    @Test
    void deliversToSeveralChatsAtTheSameTimeButNeverTwiceToOne() {
        millis = 1000;
        delivers("");
        var crowd = new ArrayList<FakePerson>();
        for (long id = 100; id < 110; id++) {
            crowd.add(fake.person(id, "bg"));
        }
        crowd.forEach(person -> person.says("ало"));
        await().until(() -> arrived.size() == 10);
        assertThat(most.get()).isGreaterThan(3);

        await().until(() -> fake.unfetched() == 0);
        millis = 100;
        most.set(0);
        for (int i = 0; i < 3; i++) {
            olena.says("ало");
        }
        await().until(() -> fake.unfetched() == 0);
        assertThat(most.get()).isEqualTo(1);
    }

    @Test
    void opensNoMoreConnectionsThanItMay() {
        millis = 200;
        delivers(",'max_connections':2");
        for (long id = 100; id < 110; id++) {
            fake.person(id, "bg").says("ало");
        }

        await().until(() -> fake.unfetched() == 0);
        assertThat(most.get()).isEqualTo(2);
    }

    @Test
    void comesAgainLaterAndLaterAndSaysWhy() {
        troubles.put("ало", 1000);
        delivers("");
        olena.says("ало");
        await().until(() -> arrived.size() >= 3);

        var info = info();
        assertThat(info.path("last_error_message").asString())
                .isEqualTo("Wrong response from the webhook: 500 Internal Server Error");
        assertThat(info.path("last_error_date").asLong()).isPositive();
        assertThat(info.path("pending_update_count").asInt()).isEqualTo(1);
        assertThat(info.path("max_connections").asInt()).isEqualTo(40);
    }

    @Test
    void waitsAsLongAsItIsAskedTo() {
        retryAfter = "50";
        code = 503;
        troubles.put("ало", 1);
        delivers("");
        olena.says("ало");
        await().until(() -> arrived.size() == 1);
        long before = System.nanoTime();
        await().until(() -> arrived.size() == 2);

        assertThat((System.nanoTime() - before) / 1_000_000)
                .as("50 of the stand-in's short seconds")
                .isGreaterThan(700);
    }

    @Test
    void givesUpOnAWebhookThatSaysItIsGone() {
        code = 410;
        retryAfter = "1";
        troubles.put("ало", 1000);
        delivers("");
        olena.says("ало");

        await().until(() -> fake.webhook().isEmpty());
        assertThat(fake.unfetched()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://pokana.example.org/hook       | bad webhook: An HTTPS URL must be provided for webhook
            https://pokana.example.org:8080/hook | bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443
            https://192.168.1.7/hook             | bad webhook: IP address 192.168.1.7 is reserved
            https://no host at all               | invalid webhook URL specified
            """)
    void deliversOnlyWhereTelegramWould(String url, String words) {
        assertThat(bot.isRefused("setWebhook", "{'url':'" + url + "'}")).isEqualTo("400 Bad Request: " + words);
        assertThat(fake.webhook()).isEmpty();
    }

    @Test
    void takesNoSecretThatFitsInNoHeader() {
        assertThat(bot.isRefused("setWebhook", "{'url':'https://pokana.example.org','secret_token':'с интервал'}"))
                .isEqualTo("400 Bad Request: secret token contains unallowed characters");
    }

    @Test
    void forgetsWhatWaitsWhenTold() {
        olena.says("старо");
        bot.calls("deleteWebhook", "{'drop_pending_updates':true}");

        assertThat(fake.unfetched()).isZero();
    }

    private JsonNode info() {
        return bot.calls("getWebhookInfo", "{}").path("result");
    }
}
