package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.pokana.SettableClock;

/** What takes long is not read by everybody. */
class LatelyTests {

    private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    private final Lately<String, Integer> lately = new Lately<>(clock);
    private final AtomicInteger reads = new AtomicInteger();

    private int read(Duration takes) {
        return lately.get("list", () -> {
            clock.advance(takes);
            return reads.incrementAndGet();
        });
    }

    @Test
    void isReadAgainAfterSomeSeconds() {
        assertThat(read(Duration.ofMillis(10))).isEqualTo(1);
        clock.advance(Duration.ofSeconds(2));
        assertThat(read(Duration.ZERO)).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(read(Duration.ZERO)).isEqualTo(2);
    }

    @Test
    void isKeptForTenTimesAsLongAsItTook() {
        assertThat(read(Duration.ofSeconds(1))).isEqualTo(1);
        clock.advance(Duration.ofSeconds(8));
        assertThat(read(Duration.ZERO)).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(read(Duration.ofMinutes(1))).isEqualTo(2);
        clock.advance(Duration.ofSeconds(1));
        assertThat(read(Duration.ZERO)).as("but not for ever").isEqualTo(3);
    }

    @Test
    void whoComesWhileItIsReadAnewGetsWhatWasKnown() {
        read(Duration.ZERO);
        clock.advance(Duration.ofSeconds(5));
        int both = lately.get("list", () -> {
            assertThat(read(Duration.ZERO)).as("another page meanwhile").isEqualTo(1);
            return reads.incrementAndGet();
        });
        assertThat(both).isEqualTo(2);
        clock.advance(Duration.ofMinutes(1));
        lately.get("list", () -> {
            assertThat(read(Duration.ZERO))
                    .as("control: nobody gets what is old")
                    .isEqualTo(3);
            return 0;
        });
    }

    @Test
    void whatWasReadBeforeAChangeIsNotShownAfterIt() {
        lately.get("list", () -> {
            clock.advance(Duration.ofMillis(5));
            lately.forget("list"); // somebody changes it while it is being read
            return -1;
        });
        clock.advance(Duration.ofMillis(5));
        assertThat(read(Duration.ZERO)).isEqualTo(1);
        assertThat(read(Duration.ZERO)).as("control: and that is kept").isEqualTo(1);
    }
}
