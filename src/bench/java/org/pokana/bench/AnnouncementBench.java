package org.pokana.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pokana.channel.telegram.FakeMessage;
import org.pokana.channel.telegram.FakeTelegram;
import org.pokana.crash.BotProcess;

/**
 * Whether people notice that thousands are being written to: the real process, Telegram's limits, and two hundred people
 * who say something about once a minute, as on a phone.
 */
class AnnouncementBench {

    private static final int PEOPLE = Integer.getInteger("bench.people", 10_000);
    private static final int TALKING = 200;
    private static final int ORGANIZER = 500;
    private static final int FIRST_TALKING = 1_000;
    private static final int FIRST = 10_000;
    private static final String NEWS = "Съобщение bench";

    /** What Telegram takes from a bot in a second, and how much of that we leave to answers. */
    private static final double ALLOWED = 30;

    private static final double FOR_BULK = 25;

    @Test
    void answersPeopleWhileThousandsAreWrittenTo(@TempDir Path folder) throws Exception {
        try (var telegram = FakeTelegram.open(0, BotProcess.CLOCK);
                var bot = new BotProcess(folder, telegram);
                var people = new PeopleTalking(telegram, FIRST_TALKING, TALKING, Duration.ofMinutes(1), NEWS)) {
            telegram.keepsTelegramsLimits();
            var organizer = telegram.person(ORGANIZER, "bg");
            IntStream.range(FIRST, FIRST + PEOPLE).forEach(number -> telegram.person(number, "bg"));
            bot.set("POKANA_ORGANIZERS", "telegram:" + ORGANIZER).start();
            organizer.starts("");
            bot.tell("crowd " + PEOPLE + " " + FIRST);
            people.talk();
            Thread.sleep(70_000); // until everybody has said something
            var calm = people.measured();
            int toldBefore = telegram.toldToWait();

            long begin = System.nanoTime();
            bot.tell("announce bench " + ORGANIZER);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(30))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> telegram.answers(ORGANIZER).stream()
                            .anyMatch(answer -> answer.text().contains("Доставени: ")));
            double seconds = (System.nanoTime() - begin) / 1e9;
            var meanwhile = people.measured();
            people.goHome();

            int bulk = PEOPLE + TALKING + 1;
            double all = bulk + meanwhile.count();
            long calls = bulk + meanwhile.count();
            System.out.printf(
                    "%n%d people written to in %.0f s while %d talked:%n"
                            + "  %.2f of what bulk may take (%.0f/s), %.2f of what Telegram takes (%.0f/s)%n"
                            + "  %d requests to slow down in %d sends (goal: at most one in 5,000)%n"
                            + "  replies: %s (goal: p50 0.30 s, p99 2.00 s); calm: %s; ratio of p50 %.2f, of p99 %.2f%n%n",
                    bulk,
                    seconds,
                    TALKING,
                    bulk / seconds / FOR_BULK,
                    FOR_BULK,
                    all / seconds / ALLOWED,
                    ALLOWED,
                    telegram.toldToWait() - toldBefore,
                    calls,
                    meanwhile,
                    calm,
                    meanwhile.ratio(calm, 50),
                    meanwhile.ratio(calm, 99));
            assertThat(everybody())
                    .allSatisfy(chat -> assertThat(news(telegram, chat)).isEqualTo(1));
            assertThat(telegram.violations()).isEmpty();
        }
    }

    private static LongStream everybody() {
        return LongStream.concat(
                LongStream.range(FIRST, FIRST + PEOPLE), LongStream.range(FIRST_TALKING, FIRST_TALKING + TALKING));
    }

    private static long news(FakeTelegram telegram, long chat) {
        return telegram.answers(chat).stream()
                .map(FakeMessage::text)
                .filter(text -> text.contains(NEWS) && text.contains("Получавате това"))
                .count();
    }
}
