package org.pokana.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pokana.channel.telegram.FakeTelegram;

/**
 * Fifty people talk to the real service while it is killed again and again. Whoever was told that they are registered
 * is; nobody has a seat twice; everybody gets an answer. {@code -Dcrash.kills=100} for more, {@code -Dcrash.seed=7} to
 * repeat a run.
 */
@Tag("crash")
class CrashTests {

    private static final int PEOPLE = 50;
    private static final int KILLS = Scale.of("crash.kills", 6, 300);
    private static final long SEED = Scale.seed();
    private static final List<String> FORUMS =
            List.of("haskovo-2027-02", "dimitrovgrad-2027-03", "harmanli-2027-04", "svilengrad-2027-06");
    private static final Pattern NUMBER = Pattern.compile("№ (\\d+)");

    @Test
    void losesNoAcknowledgedRegistrationAndAnswersEverybody(@TempDir Path folder) throws Exception {
        try (var telegram = FakeTelegram.open(0, BotProcess.CLOCK);
                var bot = new BotProcess(folder, telegram)) {
            bot.start();
            var people = IntStream.range(0, PEOPLE)
                    .mapToObj(number -> new CrashPerson(telegram, 1000 + number, FORUMS, SEED + number))
                    .toList();
            var threads = Executors.newFixedThreadPool(PEOPLE);
            var talking = people.stream()
                    .map(person -> threads.submit((Callable<Void>) () -> {
                        person.talks();
                        return null;
                    }))
                    .toList();

            killAgainAndAgain(bot);
            people.forEach(CrashPerson::goesHome);
            for (var each : talking) {
                each.get();
            }
            threads.shutdown();
            Thread.sleep(3000); // second copies of answers have arrived

            nothingAcknowledgedIsLost(people);
            nobodySitsTwice(people);
            report(people);
            assertThat(telegram.violations()).isEmpty();
        }
    }

    private static void killAgainAndAgain(BotProcess bot) throws InterruptedException {
        var random = new Random(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            Thread.sleep(200 + random.nextInt(3000)); // the point of the test is that nobody knows when
            bot.kill();
            bot.start();
        }
    }

    private static void nothingAcknowledgedIsLost(List<CrashPerson> people) {
        for (var person : people) {
            person.settles();
            var mine = person.asks("/my");
            person.promised.forEach((forum, promise) -> assertThat(of(person.towns.get(forum), mine))
                    .as("%s was told: %s%n%s", person, promise, person.diary().replace("%", "%%"))
                    .contains(person.towns.get(forum))
                    .contains(promise));
        }
    }

    /** The line that is on a forum; who has one registration sees its card instead of a list. */
    private static String of(String town, String mine) {
        return mine.lines()
                .filter(line -> line.startsWith("•") && line.contains(town))
                .findAny()
                .orElse(mine);
    }

    /** The same number in the same forum would be the same seat. */
    private static void nobodySitsTwice(List<CrashPerson> people) {
        var seats = new HashMap<String, TreeSet<String>>();
        for (var person : people) {
            for (String forum : FORUMS) {
                var card = person.asks("/forum " + forum);
                var number = NUMBER.matcher(card);
                if (card.contains("Записани сте") && number.find()) {
                    assertThat(seats.computeIfAbsent(forum, any -> new TreeSet<>())
                                    .add(number.group(1)))
                            .as("№ " + number.group(1) + " of " + forum + " belongs to one person")
                            .isTrue();
                }
            }
        }
        assertThat(seats.getOrDefault("harmanli-2027-04", new TreeSet<>())).hasSizeLessThanOrEqualTo(36);
        assertThat(seats.getOrDefault("dimitrovgrad-2027-03", new TreeSet<>())).hasSizeLessThanOrEqualTo(40);
    }

    private static void report(List<CrashPerson> people) {
        System.out.printf(
                "crash.seed=%d: %d kills, %d people: %d questions asked and answered, %d registrations acknowledged, slowest answer %d ms%n",
                SEED,
                KILLS,
                people.size(),
                people.stream().mapToInt(person -> person.asked).sum(),
                people.stream().mapToInt(person -> person.promised.size()).sum(),
                people.stream().mapToLong(person -> person.slowest).max().orElse(0));
    }
}
