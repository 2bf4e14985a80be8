package org.pokana.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pokana.channel.telegram.FakeTelegram;
import org.pokana.kernel.CrashPoint;

/** What an instance left undone, hundreds heard by nobody and thousands that have not left, the next one does, once. */
@Tag("crash")
class BurdenTests {

    private static final int UNHEARD = 500;
    private static final int UNSENT = Scale.of("crash.unsent", 1000, 5000);

    @Test
    void doesAfterAStartWhatWasLeftUndone(@TempDir Path folder) throws Exception {
        try (var telegram = FakeTelegram.open(0, BotProcess.CLOCK);
                var bot = new BotProcess(folder, telegram)) {
            IntStream.range(10_000, 10_000 + UNSENT).forEach(number -> telegram.person(number, "bg"));
            bot.start();
            bot.diesAt(CrashPoint.STORED, 1, Duration.ZERO);
            bot.tell("burden " + UNHEARD + " " + UNSENT + " 10000");
            Awaitility.await().until(() -> !bot.isAlive());
            assertThat(telegram.calls("sendMessage")).isEmpty();

            bot.start();
            var took = bot.finishes(UNHEARD, Duration.ofMinutes(3));
            var books = bot.books();
            var sum = books.addUp(telegram);
            System.out.printf(
                    "%d messages unheard and %d unsent at the start: %d heard, %d sent, %d second copies, %d uncertain, all"
                            + " done after %d ms%n",
                    UNHEARD, UNSENT, sum.heard(), sum.sent(), sum.copies(), sum.uncertain(), took.toMillis());
            assertThat(books.of("outbox"))
                    .filteredOn(message -> message.getString("cause").equals("trial"))
                    .hasSize(UNSENT);
            assertThat(sum.copies() + sum.retaken() + sum.uncertain()).isZero();
        }
    }
}
