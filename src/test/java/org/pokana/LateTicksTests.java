package org.pokana;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LateTicksTests {

    private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    private final LateTicks late = new LateTicks(clock);

    @Test
    void noticesWorkThatDoesNotBegin() {
        late.begins("ring the reminders", Duration.ofSeconds(5));
        late.begins("back up", Duration.ofHours(1));
        clock.advance(Duration.ofSeconds(65));
        assertThat(late.trouble()).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        assertThat(late.trouble()).isPresent();

        late.begins("ring the reminders", Duration.ofSeconds(5));
        assertThat(late.trouble()).isEmpty();
    }
}
