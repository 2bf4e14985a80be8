package org.pokana.crash;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pokana.channel.telegram.FakePerson;
import org.pokana.channel.telegram.FakeTelegram;

/**
 * An announcement to a crowd goes on through kills and stops, its report tells the truth, and whoever it says may not
 * have it gets it when the organizer wants so. {@code -Dcrash.recipients=10000}, {@code -Dcrash.kills=10} for more.
 */
@Tag("crash")
class AnnouncementCrashTests {

    private static final int RECIPIENTS = Scale.of("crash.recipients", 500, 10_000);
    private static final int KILLS = Scale.of("crash.announcement.kills", 3, 10);
    private static final int STOPS = Scale.of("crash.announcement.stops", 1, 3);
    private static final int MOST_IN_FLIGHT = 4;
    private static final long ORGANIZER = 900;
    private static final int FIRST = 10_000;
    private static final long SEED = Scale.seed();

    private final Random random = new Random(SEED);
    private final FakeTelegram telegram = FakeTelegram.open(0, BotProcess.CLOCK);
    private final FakePerson organizer = telegram.person(ORGANIZER, "bg");

    @Test
    void reachesEverybodyHoweverOftenItIsInterrupted(@TempDir Path folder) throws Exception {
        LongStream.range(FIRST, FIRST + RECIPIENTS).forEach(id -> telegram.person(id, "bg"));
        try (var bot = new BotProcess(folder, telegram).set("POKANA_ORGANIZERS", "telegram:" + ORGANIZER)) {
            bot.start();
            organizer.starts("");
            bot.finishes(1, Duration.ofSeconds(10));
            bot.tell("crowd " + RECIPIENTS + " " + FIRST);
            long begin = System.nanoTime();
            bot.tell("announce one " + ORGANIZER);
            interrupt(bot);
            bot.finishes(1, Duration.ofSeconds(60 + RECIPIENTS / 10));
            long seconds = (System.nanoTime() - begin) / 1_000_000_000;

            var books = bot.books();
            var sum = books.addUp(telegram);
            assertThat(sum.copies())
                    .as("nobody knows of them, some may be there")
                    .isLessThanOrEqualTo(sum.uncertain());
            var uncertain = uncertain(books);
            assertThat(uncertain).hasSizeLessThanOrEqualTo(KILLS * MOST_IN_FLIGHT);
            reportTellsTheTruth(books, uncertain);

            sendsAgainToWhoMayNotHaveIt(bot, uncertain);
            var twice = everybodyHasIt(uncertain);
            System.out.printf(
                    "crash.seed=%d: %d recipients, %d kills, %d stops: delivered in %d s, %d uncertain, %d of them twice"
                            + " after sending again%n",
                    SEED, RECIPIENTS + 1, KILLS, STOPS, seconds, uncertain.size(), twice);
        } finally {
            telegram.close();
        }
        assertThat(telegram.violations()).isEmpty();
    }

    private void interrupt(BotProcess bot) throws InterruptedException {
        int interruptions = KILLS + STOPS;
        for (int i = 1; i <= interruptions; i++) {
            while (delivered() < RECIPIENTS * i / (interruptions + 1)) {
                Thread.sleep(20);
            }
            Thread.sleep(random.nextInt(200)); // the point of the test is that nobody knows when
            if (i % (interruptions / STOPS) == 0) {
                bot.stop();
            } else {
                bot.kill();
            }
            bot.start();
        }
    }

    private long delivered() {
        return telegram.calls("sendMessage").size();
    }

    private static Set<Long> uncertain(Books books) {
        return books.of("outbox").stream()
                .filter(message -> message.getString("state").equals("UNCERTAIN"))
                .map(message -> Long.valueOf(message.getString("to").substring("telegram:".length())))
                .collect(toSet());
    }

    /** Whoever is not uncertain has it exactly once. */
    private void reportTellsTheTruth(Books books, Set<Long> uncertain) {
        var report = books.of("announcements").get(0).get("report", Document.class);
        assertThat(report.getInteger("uncertain")).isEqualTo(uncertain.size());
        assertThat(report.getInteger("delivered")).isEqualTo(RECIPIENTS + 1 - uncertain.size());
        assertThat(report.getInteger("failed") + report.getInteger("blocked") + report.getInteger("unsent"))
                .isZero();
        recipients()
                .filter(id -> !uncertain.contains(id))
                .forEach(id -> assertThat(copies(id)).as("copies to " + id).isEqualTo(1));
        uncertain.forEach(id -> assertThat(copies(id)).as("copies to " + id).isLessThanOrEqualTo(1));
    }

    private static LongStream recipients() {
        return LongStream.concat(LongStream.of(ORGANIZER), LongStream.range(FIRST, FIRST + RECIPIENTS));
    }

    private long copies(long id) {
        return telegram.answers(id).stream()
                .filter(message -> message.text().contains("Съобщение one\n"))
                .count();
    }

    private void sendsAgainToWhoMayNotHaveIt(BotProcess bot, Set<Long> uncertain) {
        if (uncertain.isEmpty()) {
            return;
        }
        organizer.says("/announcement_again one");
        var whom = organizer.waitsFor("На кого да го изпратя пак");
        organizer.taps(whom.labels().stream()
                .filter(label -> label.startsWith("На всички"))
                .findFirst()
                .orElseThrow());
        organizer.waitsFor("Тръгва отново");
        bot.finishes(3, Duration.ofSeconds(30));
    }

    private long everybodyHasIt(Set<Long> uncertain) {
        recipients()
                .forEach(id ->
                        assertThat(copies(id)).as("copies to " + id).isBetween(1L, uncertain.contains(id) ? 2L : 1L));
        return uncertain.stream().filter(id -> copies(id) == 2).count();
    }
}
