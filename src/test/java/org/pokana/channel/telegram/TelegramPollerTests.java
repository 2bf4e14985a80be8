package org.pokana.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pokana.messaging.Incoming;
import org.pokana.messaging.Incoming.Kind;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.mongodb.core.query.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

@ExtendWith(OutputCaptureExtension.class)
class TelegramPollerTests {

    private final PollingKit kit = new PollingKit();
    private FakeTelegram fake = FakeTelegram.open();
    private final FakePerson olena = fake.person(3527065, "bg");
    private final FakePerson ivan = fake.person(88, "en");
    private final List<Incoming> received = new CopyOnWriteArrayList<>();
    private final List<Duration> rests = kit.rests;

    private PollingKit.Instance polls() {
        return polls(received::addAll);
    }

    private PollingKit.Instance polls(Consumer<List<Incoming>> inbox) {
        return kit.polls(Settings.of(fake), false, inbox);
    }

    @AfterEach
    void everyCallWasValid(CapturedOutput output) {
        kit.close();
        fake.close();
        assertThat(fake.violations()).isEmpty();
        assertThat(output.getAll()).doesNotContain(FakeTelegram.TOKEN);
    }

    @Test
    void receivesWhatPeopleSayAndTap() {
        polls();

        olena.says("Кога е форумът?");
        ivan.tapsInaccessible("1:/menu");

        awaits(2);
        assertThat(received).extracting(Incoming::kind).containsExactly(Kind.SAID, Kind.PRESSED);
        assertThat(received)
                .extracting(incoming -> incoming.from().toString())
                .containsExactly("telegram:3527065", "telegram:88");
    }

    @Test
    void confirmsNothingBeforeItIsStored() throws InterruptedException {
        var tries = new AtomicInteger();
        var healed = new CountDownLatch(1);
        olena.says("едно");
        olena.says("две");

        polls(batch -> {
            if (tries.incrementAndGet() > 3 && healed.getCount() == 0) {
                received.addAll(batch);
                return;
            }
            throw new IllegalStateException("the store is away");
        });
        await().until(() -> tries.get() > 5);
        assertThat(fake.unfetched()).isEqualTo(2);
        assertThat(fake.calls("getUpdates")).hasSize(1);

        healed.countDown();
        awaits(2);
        await().until(() -> fake.unfetched() == 0);
        assertThat(received).extracting(Incoming::text).containsExactly("едно", "две");
    }

    /** The control of {@link #confirmsNothingBeforeItIsStored}: what the library does. */
    @Test
    void wouldLoseABatchIfTheOffsetMovedFirst() throws TelegramApiException {
        olena.says("едно");
        try (var connections = new TelegramConnections(Settings.of(fake))) {
            Long offset = null;
            for (int round = 0; round < 2; round++) {
                var batch = connections.polls().execute(new FetchUpdates(offset, 0));
                offset = batch.isEmpty() ? offset : last(batch) + 1;
                if (round > 0) { // the store was away at first
                    batch.forEach(
                            update -> received.add(new Updates(Clock.systemUTC(), new Me("4242")).read("any", update)));
                }
            }
        }

        assertThat(received).isEmpty();
        assertThat(fake.unfetched()).isZero();
    }

    private static long last(List<JsonNode> batch) {
        return batch.get(batch.size() - 1).path("update_id").asLong();
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class, OutOfMemoryError.class})
    void hearsAfterAnythingWasThrownAtIt(Class<? extends Throwable> kind) {
        var tries = new AtomicInteger();
        polls(batch -> {
            if (tries.incrementAndGet() <= 5) {
                sneak(newOf(kind));
            }
            received.addAll(batch);
        });
        olena.says("едно");
        awaits(1);
        olena.says("две");
        awaits(2);
    }

    /** The control of {@link #hearsAfterAnythingWasThrownAtIt}: how the library's session is scheduled. */
    @Test
    void wouldBeDeafForEverIfTheScheduleSawTheException() throws InterruptedException {
        var polls = new AtomicInteger();
        var timer = java.util.concurrent.Executors.newSingleThreadScheduledExecutor();
        var session = timer.scheduleAtFixedRate(
                () -> {
                    polls.incrementAndGet();
                    throw new IllegalStateException("one bad update");
                },
                1,
                1,
                java.util.concurrent.TimeUnit.MILLISECONDS);
        await().until(session::isDone);
        timer.shutdownNow();

        assertThat(polls).hasValue(1);
        assertThat(session.isCancelled()).isFalse(); // which is all its isRunning() looks at
    }

    @Test
    void givesAnUpdateThatComesAgainAfterACrashTheIdItHad() {
        olena.says("едно");
        var crashed = polls(batch -> {
            received.addAll(batch);
            throw new IllegalStateException("crashed after storing, before confirming");
        });
        awaits(1);
        crashed.stop();
        var first = received.get(0);
        received.clear();

        polls();
        awaits(1);

        assertThat(received.get(0)).isEqualTo(first);
    }

    @Test
    void givesAnUpdateThatComesAgainAfterARestartTheIdItHad() {
        olena.says("едно");
        var crashed = polls(batch -> {
            received.addAll(batch);
            fake.next("getUpdates").times(1000).drops(); // the confirmation never reaches Telegram
        });
        await().until(() -> fake.calls("getUpdates").size() > 1);
        crashed.stop();
        fake.heals();
        assertThat(fake.unfetched()).isEqualTo(1);
        var first = received.get(0).id();
        received.clear();

        polls();
        olena.says("две");
        await().until(() ->
                received.stream().anyMatch(incoming -> incoming.text().equals("две")));

        assertThat(received.get(0).id()).isEqualTo(first);
        assertThat(received.get(1).id()).isNotEqualTo(first);
    }

    @Test
    void hearsOnWhenTheIdsStartAgainLower() {
        polls();
        long before = olena.says("преди");
        awaits(1);
        await().until(() -> fake.unfetched() == 0);

        fake.restartsIdsAt(before - 50_000);
        olena.says("след тиха седмица");
        ivan.says("after a quiet week");

        awaits(3);
        assertThat(received).extracting(Incoming::id).doesNotHaveDuplicates();
        assertThat(received.get(1).id()).isEqualTo("telegram:4242:1:" + (before - 50_000));
    }

    @Test
    void goesOnInTheNewEpochAfterARestart() {
        var first = polls();
        long before = olena.says("преди");
        awaits(1);
        fake.restartsIdsAt(before - 50_000);
        olena.says("след тиха седмица");
        awaits(2);
        first.stop();

        polls();
        olena.says("и нататък");
        await().until(() -> received.stream().anyMatch(each -> each.text().equals("и нататък")));

        assertThat(received.get(received.size() - 1).id()).isEqualTo("telegram:4242:1:" + (before - 49_999));
    }

    @Test
    void saysOnceThatTheTokenIsRefusedAndLeavesTelegramInPeace(CapturedOutput output) {
        fake.next("getMe").times(5).refuses(401, "Unauthorized");
        var instance = polls();
        olena.says("ало");
        awaits(1);

        assertThat(output.getAll()).containsOnlyOnce("Telegram refuses the token in POKANA_TELEGRAM_TOKEN");
        assertThat(rests.subList(0, 5)).containsOnly(Duration.ofMinutes(5));
        await().untilAsserted(
                        () -> assertThat(instance.hearing.health().getDetails()).doesNotContainKey("trouble"));
    }

    @Test
    void saysThatAnotherProgramPollsAndWaitsForHalfAMinute(CapturedOutput output) {
        fake.next("getUpdates")
                .times(3)
                .refuses(
                        409,
                        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is"
                                + " running");
        polls();
        olena.says("ало");
        awaits(1);

        assertThat(output.getAll()).containsOnlyOnce("Another program receives with the same Telegram token");
        assertThat(rests.subList(0, 3)).containsOnly(Duration.ofSeconds(30));
    }

    @Test
    void waitsAsLongAsTelegramAsks() {
        fake.next("getUpdates").throttles(35);
        polls();
        olena.says("ало");
        awaits(1);

        assertThat(rests).contains(Duration.ofSeconds(35));
    }

    @Test
    void backsOffWhileTelegramIsDownAndSaysSoOnce(CapturedOutput output) {
        fake.next("getUpdates").times(3).refuses(500, "Internal Server Error");
        fake.next("getUpdates").times(3).answersHtml(502);
        fake.next("getUpdates").times(3).breaksOff();
        fake.next("getUpdates").times(3).drops();
        polls();
        olena.says("ало");
        awaits(1);

        assertThat(output.getAll()).containsOnlyOnce("Telegram cannot be reached");
        assertThat(rests.get(0)).isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(rests.get(11)).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
    }

    @Test
    void startsWhenTelegramCannotBeReached() {
        int port = Integer.parseInt(fake.url().replaceAll(".*:", ""));
        fake.close();
        polls();
        await().until(() -> rests.size() > 3);

        fake = FakeTelegram.open(port, Clock.systemUTC());
        fake.person(88, "en").says("hello");

        awaits(1);
    }

    @Test
    void leavesAWebhookOfSomebodyElseAlone(CapturedOutput output) {
        fake.hasWebhook("https://bot.example.org/very-secret-path");
        polls();
        await().until(() -> rests.size() > 3);

        assertThat(fake.calls("deleteWebhook")).isEmpty();
        assertThat(fake.calls("getUpdates")).isEmpty();
        assertThat(output.getAll())
                .containsOnlyOnce("This bot's messages go to a webhook (bot.example.org)")
                .doesNotContain("very-secret-path");
        assertThat(rests.subList(0, 3)).containsOnly(Duration.ofMinutes(1));
    }

    @Test
    void takesOverFromAWebhookWhenTold() {
        fake.hasWebhook("https://bot.example.org/very-secret-path");
        var told = new TelegramSettings(FakeTelegram.TOKEN, fake.url(), "polling", "", true, Duration.ofSeconds(5));
        kit.polls(told, false, received::addAll);
        olena.says("ало");

        awaits(1);
        assertThat(fake.webhook()).isEmpty();
    }

    @Test
    void noticesAWebhookThatIsSetWhileItPolls(CapturedOutput output) {
        polls();
        olena.says("ало");
        awaits(1);
        fake.hasWebhook("https://bot.example.org/hook");
        olena.says("още тук ли сте?");

        await().until(() -> output.getAll().contains("This bot's messages go to a webhook (bot.example.org)"));
        assertThat(fake.calls("deleteWebhook")).isEmpty();
    }

    @Test
    void pollsFromOneInstanceAtATime() {
        var first = polls();
        olena.says("едно");
        awaits(1);
        var second = polls();
        olena.says("две");
        awaits(2);
        assertThat(first.hearing.health().getDetails()).containsKey("secondsOfSilence");
        await().untilAsserted(() ->
                assertThat(second.hearing.health().getDetails()).containsEntry("receiving", "another instance"));

        first.stop();
        olena.says("три");

        awaits(3);
        assertThat(received).extracting(Incoming::id).doesNotHaveDuplicates();
    }

    /** It slept, or its poll took too long. */
    @Test
    void leavesToAnotherWhatItFetchedAfterItLostTheRight() {
        var slept = polls();
        await().until(() -> !fake.calls("getUpdates").isEmpty());
        kit.store()
                .updateFirst(
                        query(where("_id").is("telegram-poller:4242")),
                        Update.update("owner", "another").inc("fence", 1),
                        "leases");
        olena.says("едно");

        await().untilAsserted(() ->
                assertThat(slept.hearing.health().getDetails()).containsEntry("receiving", "another instance"));
        assertThat(received).isEmpty();
        assertThat(fake.unfetched()).isEqualTo(1);
    }

    /** The control of {@link #leavesToAnotherWhatItFetchedAfterItLostTheRight}. */
    @Test
    void wouldHearAgainWhatItFetchedBeforeItSleptForLong() throws TelegramApiException {
        var sleeping = kit.instance(Settings.of(fake), true, received::addAll);
        olena.says("едно");
        var fetched = sleeping.connections.polls().execute(new FetchUpdates(null, 0));
        IntStream.range(0, 250).forEach(number -> olena.says("и " + number));
        Long offset = null;
        for (int polls = 0; polls < 3; polls++) { // another instance goes on meanwhile
            var batch = sleeping.connections.polls().execute(new FetchUpdates(offset, 0));
            offset = last(batch) + 1;
            sleeping.reception.store(batch);
        }
        sleeping.reception.store(fetched);

        assertThat(received).filteredOn(each -> each.text().equals("едно")).hasSize(2);
        assertThat(received).extracting(Incoming::id).doesNotHaveDuplicates();
    }

    /** The control of {@link #pollsFromOneInstanceAtATime}. */
    @Test
    void wouldFightOverTheUpdatesWithoutTheRight(CapturedOutput output) {
        kit.polls(Settings.of(fake), true, received::addAll);
        await().until(() -> !fake.calls("getUpdates").isEmpty());
        kit.polls(Settings.of(fake), true, received::addAll);

        await().until(() -> output.getAll().contains("Another program receives with the same Telegram token"));
    }

    @Test
    void stopsWithinASecondWhileAPollHangs() {
        var instance = polls();
        await().until(() -> !fake.calls("getUpdates").isEmpty());

        long before = System.nanoTime();
        instance.poller.stop();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
        assertThat(instance.poller.isRunning()).isFalse();
    }

    @Test
    void stopsWhileTheStoreIsAway() {
        var instance = polls(batch -> {
            throw new IllegalStateException("the store is away");
        });
        olena.says("ало");
        await().until(() -> rests.size() > 3);

        instance.stop();

        assertThat(fake.unfetched()).isEqualTo(1);
    }

    @Test
    void answersEveryTapEvenWhileTheStoreIsAway() {
        olena.tapsInaccessible("1:/menu");
        olena.tapsInaccessible("0|an older version");
        olena.tapsInaccessible("{\"somebody\":\"else's\"}");
        assertThat(fake.unansweredTaps()).hasSize(3);

        polls(batch -> {
            throw new IllegalStateException("the store is away");
        });

        await().until(() -> fake.unansweredTaps().isEmpty());
        assertThat(fake.unfetched()).isEqualTo(3);
    }

    @Test
    void goesOnWhenATapCannotBeAnswered() {
        fake.next("answerCallbackQuery").times(2).refuses(400, "Bad Request: query is too old");
        polls();

        olena.tapsInaccessible("1:/menu");
        olena.tapsInaccessible("1:/help");
        olena.says("ало");

        awaits(3);
    }

    @Test
    void turnsHealthRedWhenNothingWasHeardForLong() {
        var clock = org.pokana.SettableClock.at("2026-11-22T10:00:00Z");
        var hearing = new Hearing(clock);
        assertThat(hearing.health().getStatus()).isEqualTo(Status.UP);

        clock.advance(Duration.ofSeconds(91));
        hearing.bad("Telegram cannot be reached; trying on until it answers.");

        assertThat(hearing.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(hearing.health().getDetails())
                .containsEntry("secondsOfSilence", 91L)
                .containsKey("trouble");

        hearing.good();
        assertThat(hearing.health().getStatus()).isEqualTo(Status.UP);
    }

    private void awaits(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> received.size() >= count);
    }

    private static Throwable newOf(Class<? extends Throwable> kind) {
        try {
            return kind.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
