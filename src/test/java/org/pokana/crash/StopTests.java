package org.pokana.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pokana.channel.telegram.FakeTelegram;

/**
 * An operator stops the service and starts it again while people talk to it: nobody notices more than the pause. {@code
 * -Dcrash.stops=100} for more.
 */
@Tag("crash")
class StopTests {

    private static final int STOPS = Scale.of("crash.stops", 4, 100);
    private static final int MESSAGES = STOPS * 20;
    private static final int STALL_SECONDS = Scale.of("crash.stall.seconds", 2, 12);
    private static final int PEOPLE = 20;
    private static final long SEED = Scale.seed();

    @Test
    void losesAndDoublesNothingWhenItIsStopped(@TempDir Path folder) throws Exception {
        var random = new Random(SEED);
        var longest = Duration.ZERO;
        try (var telegram = FakeTelegram.open(0, BotProcess.CLOCK);
                var bot = new BotProcess(folder, telegram);
                var people = new Talkers(telegram, 1000, PEOPLE)) {
            bot.start();
            people.talk();
            for (int stop = 1; stop <= STOPS; stop++) {
                while (people.asked() < MESSAGES * stop / (STOPS + 1)) {
                    Thread.sleep(20);
                }
                telegram.next("sendMessage")
                        .times(random.nextInt(4))
                        .stalls(Duration.ofSeconds(1 + random.nextInt(STALL_SECONDS)));
                Thread.sleep(random.nextInt(1000)); // the point of the test is that nobody knows when
                var took = bot.stop();
                assertThat(bot.exitCode()).as("the code of an end by SIGTERM").isEqualTo(143);
                longest = took.compareTo(longest) > 0 ? took : longest;
                bot.start();
            }
            people.goHome();
            bot.finishes(people.asked(), Duration.ofSeconds(30));

            var sum = bot.books().addUp(telegram);
            System.out.printf(
                    "crash.seed=%d: %d stops, the longest took %d ms; %d messages heard, %d sent, %d second copies, %d"
                            + " uncertain, slowest answer %d ms%n",
                    SEED,
                    STOPS,
                    longest.toMillis(),
                    sum.heard(),
                    sum.sent(),
                    sum.copies(),
                    sum.uncertain(),
                    people.slowestMillis());
            assertThat(sum.copies() + sum.retaken() + sum.uncertain()).isZero();
            assertThat(bot.said()).doesNotContain(" ERROR ");
            assertThat(longest).isLessThan(Duration.ofSeconds(25));
        }
    }
}
