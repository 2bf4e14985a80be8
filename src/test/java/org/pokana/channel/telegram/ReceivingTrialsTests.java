package org.pokana.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pokana.SettableClock;
import org.pokana.Trials;
import org.pokana.messaging.Incoming;
import org.pokana.messaging.Lane;
import org.springframework.dao.DataAccessResourceFailureException;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;

/** What may happen once in a year to a bot that listens, again and again; the controls stand beside the single trials. */
@Tag("faults")
class ReceivingTrialsTests {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration OUTAGE = Duration.ofMinutes(5);

    private final FakeTelegram fake = FakeTelegram.open();
    private final FakePerson olena = fake.person(3527065, "bg");
    private final SettableClock clock = SettableClock.at("2026-11-23T10:00:00Z");
    private final PollingKit kit = new PollingKit(clock);
    private final List<Incoming> received = new CopyOnWriteArrayList<>();

    @AfterEach
    void everyCallWasValid() {
        kit.close();
        fake.close();
        assertThat(fake.violations()).isEmpty();
    }

    private void polls(Consumer<List<Incoming>> inbox) {
        kit.polls(Settings.of(fake), false, inbox);
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class, OutOfMemoryError.class})
    void hearsOnHoweverOftenAnythingIsThrownAtIt(Class<? extends Throwable> kind) {
        var failures = new AtomicInteger();
        polls(batch -> {
            if (failures.getAndDecrement() > 0) {
                throw sneaky(kind);
            }
            received.addAll(batch);
        });
        var random = new Random(11);
        for (int trial = 1; trial <= Trials.of(5, 50); trial++) {
            failures.set(1 + random.nextInt(5));
            olena.says("ало " + trial);
            int expected = trial;
            await().atMost(LONG).until(() -> received.size() == expected);
        }

        assertThat(received).extracting(Incoming::id).doesNotHaveDuplicates();
    }

    @Test
    void holdsWhatItFetchedWhileTheStoreIsAwayForMinutes() {
        for (int trial = 1; trial <= Trials.of(3, 50); trial++) {
            received.clear();
            try (var away = new PollingKit()) {
                away.polls(Settings.of(fake), false, batch -> {
                    if (sum(away.rests).compareTo(OUTAGE) < 0) {
                        throw new DataAccessResourceFailureException("the store is away");
                    }
                    received.addAll(batch);
                });
                olena.says("едно");
                olena.says("две");
                await().atMost(LONG).until(() -> received.size() == 2);
                await().atMost(LONG).until(() -> fake.unfetched() == 0);
            }

            assertThat(received).extracting(Incoming::text).containsExactly("едно", "две");
        }
    }

    private static Duration sum(List<Duration> rests) {
        return rests.stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** Telegram goes on from any number after a quiet week; what it could not deliver it brings again. */
    @Test
    void hearsEverythingOnceHoweverTheNumbersStartAgain() {
        polls(received::addAll);
        var random = new Random(7);
        long last = olena.says("начало");
        int said = 1;
        for (int trial = 0; trial < Trials.of(10, 100); trial++) {
            awaits(said);
            await().atMost(LONG).until(() -> fake.unfetched() == 0);
            clock.advance(Duration.ofDays(8));
            fake.restartsIdsAt(trial % 5 == 0 ? last - 1 : 1000L + random.nextInt(900_000_000));
            fake.repeatsUpdates(30);
            last = olena.says("след тиха седмица " + trial);
            olena.says("и още " + trial);
            said += 2;
        }
        awaits(said);

        assertThat(received.stream().map(Incoming::id).distinct()).hasSize(said);
    }

    private void awaits(int said) {
        await().atMost(LONG)
                .until(() -> received.stream().map(Incoming::id).distinct().count() == said);
    }

    @Test
    void setsTheWebhookAgainHoweverOftenSomebodyRemovesIt() throws Exception {
        var settings = webhook();
        try (var connections = new TelegramConnections(settings)) {
            var keeper = keeper(settings, connections);
            keeper.look();
            var ours = fake.webhook();
            for (int trial = 0; trial < 20; trial++) {
                connections
                        .polls()
                        .execute(DeleteWebhook.builder()
                                .dropPendingUpdates(false)
                                .build()); // what a copy with the usual library does at its start
                olena.says("докато ни няма " + trial);
                assertThat(fake.webhook()).isEmpty(); // control: by itself nothing brings it back
                keeper.look();

                assertThat(fake.webhook()).isEqualTo(ours);
            }
        }

        assertThat(fake.unfetched()).isEqualTo(20);
    }

    private TelegramSettings webhook() {
        return new TelegramSettings(
                FakeTelegram.TOKEN, fake.url(), "webhook", "a-secret-of-our-own_1", false, Duration.ofSeconds(5));
    }

    private static WebhookKeeper keeper(TelegramSettings settings, TelegramConnections connections) {
        return new WebhookKeeper(
                connections.of(Lane.REPLY),
                WebhookAddress.of(settings, "https://pokana.example.org"),
                settings.secret(),
                new Me("4242"),
                () -> {},
                new Hearing(Clock.systemUTC()));
    }

    /** Whoever guesses must not learn from the time it takes how much of the guess is right. */
    @Test
    void takesAsLongToRefuseAnAlmostRightSecretAsAWrongOne() {
        assumeTrue(Trials.all(), "time is measured in the endurance run only");
        var secret = "a-secret-of-our-own_1".repeat(12);
        var wrong = "b".repeat(secret.length());
        var almost = secret.substring(0, secret.length() - 1) + "2";
        int samples = 100_000;
        times(secret, wrong, samples);
        times(secret, almost, samples); // both are compiled by now
        long first = median(times(secret, wrong, samples));
        long second = median(times(secret, almost, samples));

        assertThat((double) second / first).isBetween(0.5, 2.0);
    }

    private static long[] times(String secret, String guess, int samples) {
        return IntStream.range(0, samples)
                .mapToLong(sample -> {
                    long before = System.nanoTime();
                    int right = 0;
                    for (int i = 0; i < 20; i++) {
                        right += WebhookAddress.same(secret, guess) ? 1 : 0;
                    }
                    return System.nanoTime() - before + right;
                })
                .toArray();
    }

    private static long median(long[] times) {
        var sorted = times.clone();
        java.util.Arrays.sort(sorted);
        return Math.max(1, sorted[sorted.length / 2]);
    }

    private static RuntimeException sneaky(Class<? extends Throwable> kind) {
        try {
            return sneak(kind.getConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
