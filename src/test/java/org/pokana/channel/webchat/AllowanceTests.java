package org.pokana.channel.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.pokana.SettableClock;

class AllowanceTests {

    private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    private final Allowance allowance = new Allowance(clock, 3);

    @Test
    void givesAllOfAMinuteAtOnceAndThenOneByOne() {
        assertThat(allowance.take("olena")).isZero();
        assertThat(allowance.take("olena")).isZero();
        assertThat(allowance.take("olena")).isZero();
        assertThat(allowance.take("olena")).isEqualTo(Duration.ofSeconds(20));

        clock.advance(Duration.ofSeconds(20));
        assertThat(allowance.take("olena")).isZero();
        assertThat(allowance.take("olena")).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void savesUpNoMoreThanAMinute() {
        clock.advance(Duration.ofHours(1));
        for (int i = 0; i < 3; i++) {
            assertThat(allowance.take("olena")).isZero();
        }

        assertThat(allowance.take("olena")).isPositive();
    }

    @Test
    void countsEachOnTheirOwn() {
        for (int i = 0; i < 3; i++) {
            allowance.take("olena");
        }

        assertThat(allowance.take("ivan")).isZero();
    }
}
