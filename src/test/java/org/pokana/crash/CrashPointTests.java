package org.pokana.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pokana.channel.telegram.FakePerson;
import org.pokana.channel.telegram.FakeTelegram;
import org.pokana.kernel.CrashPoint;
import org.pokana.messaging.Careless;

/**
 * The real service dies at each {@link CrashPoint} there is, is started again, and then everything must be as if it had
 * not. {@code -Dcrash.repeats=20} for more, {@code -Dcrash.seed=7} to repeat a run.
 */
@Tag("crash")
class CrashPointTests {

    private static final int REPEATS = Scale.of("crash.repeats", 1, 20);
    private static final long SEED = Scale.seed();
    private static final long ORGANIZER = 900;
    private static final Duration RECOVERED = Duration.ofSeconds(10);

    /** Whoever hands out for a crowd holds a lease, which must end first. */
    private static final Duration RECOVERED_BULK = Duration.ofSeconds(30);

    private static final int MOST_IN_FLIGHT = 4;

    /** The answer is on its way already, while something else is still to be noted. */
    private static final EnumSet<CrashPoint> OUT_OF_OUR_HANDS = EnumSet.of(CrashPoint.PUT, CrashPoint.ANSWERED);

    private final Random random = new Random(SEED);
    private final FakeTelegram telegram = FakeTelegram.open(0, BotProcess.CLOCK);
    private final FakePerson organizer = telegram.person(ORGANIZER, "bg");
    private final List<FakePerson> people = LongStream.range(1, 6)
            .mapToObj(id -> telegram.person(1000 + id, "bg"))
            .toList();
    private long said;
    private int deaths;
    private long slowestMillis;

    @Test
    void comesThroughADeathAtAnyPointWhilePolling(@TempDir Path folder) throws Exception {
        try (var bot = new BotProcess(folder, telegram)) {
            dieEverywhere(bot, EnumSet.allOf(CrashPoint.class));
        }
    }

    @Test
    void comesThroughADeathAtAnyPointOfTheWebhook(@TempDir Path folder) throws Exception {
        var port = String.valueOf(SharedStore.freePort());
        try (var bot = new BotProcess(folder, telegram)
                .set("SERVER_PORT", port)
                .set("POKANA_PUBLIC_URL", "http://127.0.0.1:" + port)
                .set("POKANA_TELEGRAM_MODE", "webhook")
                .set("POKANA_TELEGRAM_SECRET", "0123456789abcdef")) {
            dieEverywhere(bot, EnumSet.range(CrashPoint.RECEIVED, CrashPoint.HEARING));
        }
    }

    /** Control: what is stored under a natural id is known again when it comes again. */
    @Test
    void wouldAnswerTwiceIfEachReceiptHadAnIdOfItsOwn(@TempDir Path folder) throws Exception {
        try (var bot = new BotProcess(folder, telegram).careless(Careless.FORGETFUL)) {
            assertThat(answersAfterADeathAt(CrashPoint.FOLLOWED, bot)).isEqualTo(2);
        }
    }

    /** Control: what is confirmed only once it is stored comes again. */
    @Test
    void wouldLoseWhatItConfirmedBeforeItWasStored(@TempDir Path folder) throws Exception {
        try (var bot = new BotProcess(folder, telegram).careless(Careless.HASTY)) {
            assertThat(answersAfterADeathAt(CrashPoint.RECEIVED, bot)).isZero();
        }
    }

    /** To one question, with an answer to a later one as a sign that nothing more is coming. */
    private int answersAfterADeathAt(CrashPoint point, BotProcess bot) throws InterruptedException {
        bot.start();
        organizer.starts("");
        bot.finishes(1, RECOVERED);
        bot.diesAt(point, 1, Duration.ZERO);
        int before = telegram.answers(ORGANIZER).size();
        organizer.says("/help");
        assertThat(diesWithin(bot, 5000, () -> false)).isTrue();
        bot.start();
        organizer.says("/language");
        organizer.waitsFor("На какъв език");
        return telegram.answers(ORGANIZER).size() - before - 1;
    }

    private void dieEverywhere(BotProcess bot, EnumSet<CrashPoint> points) throws InterruptedException {
        bot.set("POKANA_ORGANIZERS", "telegram:" + ORGANIZER).set("POKANA_REMINDERS", "30m");
        bot.start();
        says(organizer, "/start");
        people.forEach(person -> says(person, "/start"));
        bot.finishes(said, RECOVERED_BULK);
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            for (CrashPoint point : points) {
                diesAt(bot, point, repeat);
            }
        }
        var sum = bot.books().addUp(telegram);
        System.out.printf(
                "crash.seed=%d: %d deaths at %d points, %d messages heard, %d sent, %d second copies, %d uncertain, slowest recovery %d ms%n",
                SEED, deaths, points.size(), sum.heard(), sum.sent(), sum.copies(), sum.uncertain(), slowestMillis);
    }

    private void diesAt(BotProcess bot, CrashPoint point, int repeat) throws InterruptedException {
        boolean alone = repeat % 2 == 0;
        var before = bot.books().addUp(telegram);
        var later = Duration.ofMillis(alone ? 0 : random.nextInt(400));
        bot.diesAt(point, 1 + random.nextInt(3), later);
        boolean bulk = !diesWhilePeopleWrite(bot, alone);
        if (bulk) {
            bot.diesAt(point, 1, later);
            assertThat(diesWhilePeopleAreWrittenTo(bot)).as("comes to " + point).isTrue();
        }
        deaths++;
        bot.start();
        recovers(bot, bulk ? RECOVERED_BULK : RECOVERED);
        var after = bot.books().addUp(telegram);
        int doubtful = after.copies() + after.uncertain() - before.copies() - before.uncertain();
        assertThat(doubtful)
                .as("what was doubled or is uncertain after a death at " + point)
                .isLessThanOrEqualTo(bulk ? MOST_IN_FLIGHT : alone ? 1 : people.size());
        if (alone && !bulk && !OUT_OF_OUR_HANDS.contains(point)) {
            assertThat(doubtful).as("doubled by a death at " + point).isEqualTo(point == CrashPoint.ACCEPTED ? 1 : 0);
        }
    }

    /** One after another, so that only one message is on its way, or all at once. */
    private boolean diesWhilePeopleWrite(BotProcess bot, boolean oneByOne) throws InterruptedException {
        for (FakePerson person : people) {
            int before = telegram.answers(person.id()).size();
            says(person, "/help");
            if (oneByOne
                    && diesWithin(bot, 3000, () -> telegram.answers(person.id()).size() > before)) {
                return true;
            }
        }
        return diesWithin(bot, 1500, () -> false);
    }

    private boolean diesWhilePeopleAreWrittenTo(BotProcess bot) throws InterruptedException {
        bot.tell("announce a" + deaths + " " + ORGANIZER);
        if (diesWithin(bot, 4000, () -> false)) {
            return true;
        }
        bot.tell("remind r" + deaths);
        return diesWithin(bot, 15_000, () -> false);
    }

    /** Waits for its death, or until something else happened and a moment more. */
    private static boolean diesWithin(BotProcess bot, long millis, BooleanSupplier enough) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (bot.isAlive() && System.nanoTime() < end && !enough.getAsBoolean()) {
            Thread.sleep(5);
        }
        for (int moment = 0; bot.isAlive() && enough.getAsBoolean() && moment < 20; moment++) {
            Thread.sleep(5);
        }
        return !bot.isAlive();
    }

    private void says(FakePerson person, String text) {
        person.says(text);
        said++;
    }

    private void recovers(BotProcess bot, Duration limit) {
        slowestMillis = Math.max(slowestMillis, bot.finishes(said, limit).toMillis());
    }
}
