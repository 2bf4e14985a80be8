package org.pokana.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pokana.SettableClock;
import org.pokana.messaging.Incoming;
import org.pokana.messaging.Lane;
import org.pokana.store.TestStore;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class TelegramWebhookTests {

    private static final String SECRET = "a-secret-of-our-own_1";

    private final TestStore store = TestStore.inMemory(Track.class);
    private final FakeTelegram fake = FakeTelegram.open();
    private final SettableClock clock = SettableClock.at("2026-11-23T10:00:00Z");
    private final TelegramSettings settings =
            new TelegramSettings(FakeTelegram.TOKEN, fake.url(), "webhook", SECRET, false, Duration.ofSeconds(5));
    private final TelegramConnections connections = new TelegramConnections(settings);
    private final List<Incoming> received = new CopyOnWriteArrayList<>();
    private final Hearing hearing = new Hearing(clock);
    private final MockMvc telegram = MockMvcBuilders.standaloneSetup(instance()).build();
    private final String path = WebhookAddress.of(settings, "");
    private boolean storeIsAway;

    private TelegramWebhook instance() {
        var reception = new WebhookReception(
                settings.bot(),
                new Tracks(store.mongo(), clock),
                new Taps(connections.of(Lane.REPLY)),
                new Updates(clock, new Me("4242")),
                this::store,
                clock);
        return new TelegramWebhook(settings, reception);
    }

    private void store(List<Incoming> incoming) {
        if (storeIsAway) {
            throw new IllegalStateException("the store is away");
        }
        received.addAll(incoming);
    }

    @AfterEach
    void everyCallWasValid() {
        connections.close();
        fake.close();
        store.close();
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void storesAnUpdateAndThenSaysSo() throws Exception {
        assertThat(deliver(path, SECRET, says(700, "Кога е форумът?")).getStatus())
                .isEqualTo(200);

        assertThat(received).singleElement().satisfies(incoming -> assertThat(incoming.text())
                .isEqualTo("Кога е форумът?"));
        assertThat(received.get(0).id()).isEqualTo("telegram:4242:0:700");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a-secret-of-our-own_2", "A-SECRET-OF-OUR-OWN_1", "a-secret-of-our-own_1 "})
    void believesNobodyWithoutTheSecret(String secret) throws Exception {
        assertThat(deliver(path, secret, says(700, "ало")).getStatus()).isEqualTo(403);
        assertThat(deliver(path, null, "this is not even JSON").getStatus()).isEqualTo(403);
        assertThat(received).isEmpty();
    }

    @Test
    void isFoundOnlyWhereTelegramWasTold() throws Exception {
        assertThat(deliver("/telegram/0123456789abcdef", SECRET, says(700, "ало"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(path).doesNotContain(FakeTelegram.TOKEN, SECRET);
    }

    @Test
    void refusesForgedCallsByTheThousand() throws Exception {
        var random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            var forged = new StringBuilder(SECRET);
            forged.setCharAt(random.nextInt(forged.length()), (char) ('!' + random.nextInt(90)));
            if (!forged.toString().equals(SECRET)) {
                assertThat(deliver(path, forged.toString(), says(i, "ало")).getStatus())
                        .isEqualTo(403);
            }
        }
        assertThat(received).isEmpty();
    }

    @Test
    void asksForTheUpdateAgainWhenItCannotBeStored() throws Exception {
        storeIsAway = true;
        var refused = deliver(path, SECRET, says(700, "ало"));
        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(refused.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("5");

        storeIsAway = false;
        assertThat(deliver(path, SECRET, says(700, "ало")).getStatus()).isEqualTo(200);
        assertThat(received).hasSize(1);
    }

    @Test
    void refusesABodyThatTelegramWouldNeverSend() throws Exception {
        assertThat(deliver(path, SECRET, says(700, "a".repeat(1 << 20))).getStatus())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"update_id\":\"x\"}",
                "not JSON",
                "{\"update_id\":",
                "{\"update_id\":-5}"
            })
    void acceptsWhatItCannotReadSoThatItDoesNotComeForADay(String body) throws Exception {
        assertThat(deliver(path, SECRET, body).getStatus()).isEqualTo(200);
        assertThat(received).isEmpty();
    }

    @Test
    void givesWhatComesAgainTheSameIdAtEveryInstanceAndInAnyOrder() throws Exception {
        var other = MockMvcBuilders.standaloneSetup(instance()).build();
        for (int number : new int[] {705, 702, 704, 702, 705}) {
            deliver(path, SECRET, says(number, "ало"));
            other.perform(post(path).header(TelegramWebhook.SECRET, SECRET).content(says(number, "ало")));
        }

        assertThat(received)
                .extracting(Incoming::id)
                .containsOnly("telegram:4242:0:705", "telegram:4242:0:702", "telegram:4242:0:704");
    }

    @Test
    void beginsANewEpochWhenTheIdsStartAgainAfterAQuietWeek() throws Exception {
        deliver(path, SECRET, says(700_000, "преди"));
        clock.advance(Duration.ofDays(8));
        deliver(path, SECRET, says(3_000, "след"));
        deliver(path, SECRET, says(2_999, "по-бавно"));

        assertThat(received)
                .extracting(Incoming::id)
                .containsExactly("telegram:4242:0:700000", "telegram:4242:1:3000", "telegram:4242:1:2999");
    }

    @Test
    void tellsTelegramWhereToDeliverAndLooksAfterIt() {
        var keeper = new WebhookKeeper(
                connections.polls(),
                WebhookAddress.of(settings, "https://pokana.example.org/"),
                SECRET,
                new Me("4242"),
                () -> {},
                hearing);
        keeper.look();
        assertThat(fake.webhook()).startsWith("https://pokana.example.org/telegram/");
        assertThat(fake.calls("setWebhook").get(0).text("secret_token")).isEqualTo(SECRET);

        keeper.look();
        assertThat(fake.calls("setWebhook")).hasSize(1);

        fake.hasWebhook("");
        keeper.look();
        assertThat(fake.calls("setWebhook")).hasSize(2);
    }

    @Test
    void keepsLookingAfterTheWebhookWhenTelegramIsDown() {
        var keeper = new WebhookKeeper(
                connections.polls(),
                WebhookAddress.of(settings, "https://pokana.example.org"),
                SECRET,
                new Me("4242"),
                () -> {},
                hearing);
        fake.next("*").times(2).answersHtml(502);
        keeper.look();
        assertThat(hearing.health().getDetails()).containsKey("trouble");

        fake.heals();
        keeper.look();
        assertThat(fake.webhook()).isNotEmpty();
        assertThat(hearing.health().getDetails()).doesNotContainKey("trouble");
    }

    private MockHttpServletResponse deliver(String where, String secret, String body) throws Exception {
        var request = post(where).content(body.getBytes(StandardCharsets.UTF_8));
        if (secret != null) {
            request.header(TelegramWebhook.SECRET, secret);
        }
        return telegram.perform(request).andReturn().getResponse();
    }

    private static String says(int number, String text) {
        return "{\"update_id\":" + number + ",\"message\":{\"message_id\":5,\"date\":1795428000,"
                + "\"from\":{\"id\":3527065},\"chat\":{\"id\":3527065,\"type\":\"private\"},\"text\":\"" + text
                + "\"}}";
    }
}
