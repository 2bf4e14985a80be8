package org.pokana.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The stand-in when it is asked for updates. */
class StandInUpdatesTests {

    private static final long SECOND = 1_000_000_000;

    private final FakeTelegram fake = FakeTelegram.open();
    private final FakePerson olena = fake.person(7, "bg");
    private final RawBot bot = new RawBot(fake);

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void confirmsWhatIsBelowTheOffset() {
        olena.says("едно");
        long second = olena.says("две");

        assertThat(asks("{}")).hasSize(2);
        assertThat(asks("{'offset':" + second + "}")).singleElement().satisfies(update -> assertThat(
                        update.path("message").path("text").asString())
                .isEqualTo("две"));
        assertThat(fake.unfetched()).isEqualTo(1);
    }

    @Test
    void givesOneUpdateToWhoAsksTheSameAgainAtOnce() {
        olena.says("едно");
        olena.says("две");

        await().until(() -> asks("{}").size() == 1);
        await().pollInterval(Duration.ofMillis(600)).until(() -> asks("{}").size() == 2);
    }

    @Test
    void letsNobodyAskTheSameInALoop() {
        asks("{}");
        long before = System.nanoTime();
        asks("{}");

        assertThat(System.nanoTime() - before).isGreaterThan(2 * SECOND);
    }

    @Test
    void hangsUntilSomebodySaysSomething() {
        var poll = CompletableFuture.supplyAsync(() -> asks("{'timeout':50}"));
        await().until(() -> !fake.calls("getUpdates").isEmpty());
        olena.says("ало");

        assertThat(poll.join()).hasSize(1);
    }

    @Test
    void endsThePollOfWhoeverAskedBefore() {
        var older = CompletableFuture.supplyAsync(() -> bot.isRefused("getUpdates", "{'timeout':50}"));
        await().until(() -> !fake.calls("getUpdates").isEmpty());
        asks("{'timeout':1}");

        assertThat(older.join())
                .isEqualTo("409 Conflict: terminated by other getUpdates request; make sure that only one bot instance"
                        + " is running");
    }

    @Test
    void endsThePollWhenAWebhookIsSet() {
        var older = CompletableFuture.supplyAsync(() -> bot.isRefused("getUpdates", "{'timeout':50}"));
        await().until(() -> !fake.calls("getUpdates").isEmpty());
        bot.calls("setWebhook", "{'url':'https://pokana.example.org/hook'}");

        assertThat(older.join()).isEqualTo("409 Conflict: terminated by setWebhook request");
        long before = System.nanoTime();
        bot.calls("getUpdates", "{}");
        assertThat(bot.isRefused("getUpdates", "{}"))
                .isEqualTo("409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to"
                        + " delete the webhook first");
        assertThat(System.nanoTime() - before)
                .as("conflicts are three seconds apart")
                .isGreaterThan(2 * SECOND);
    }

    @Test
    void remembersWhichKindsOfUpdatesAreWanted() {
        asks("{'allowed_updates':['callback_query']}");
        assertThat(olena.says("никой не чува")).isZero();
        asks("{'offset':1}");
        assertThat(olena.says("още никой")).isZero();

        asks("{'offset':2,'allowed_updates':[]}");
        assertThat(olena.says("сега")).isPositive();
        assertThat(fake.update("chat_member", tools.jackson.databind.node.JsonNodeFactory.instance.objectNode()))
                .isZero();
    }

    @Test
    void countsAsManyAsAreWanted() {
        olena.says("едно");
        olena.says("две");

        assertThat(asks("{'limit':1}")).hasSize(1);
        assertThat(bot.isRefused("getUpdates", "{'limit':101}")).startsWith("400 Bad Request: getUpdates.limit");
        fake.forgives();
    }

    private JsonNode asks(String fields) {
        return bot.calls("getUpdates", fields).path("result");
    }
}
