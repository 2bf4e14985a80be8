package org.pokana.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.SettableClock;
import org.pokana.messaging.Pulse.Light;
import org.pokana.store.TestStore;

/** Whoever looks at the desk sees how the connection with Telegram is. */
class TelegramPulseTests {

    private final TestStore store = TestStore.inMemory(Track.class);
    private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    private final Hearing hearing = new Hearing(clock);
    private final Tracks tracks = new Tracks(store.mongo(), clock);
    private final TelegramSettings settings = new TelegramSettings(
            "123456:ABC-DEF", "https://api.telegram.org", "polling", "", false, Duration.ofSeconds(10));
    private final TelegramPulse pulse = new TelegramPulse(hearing, tracks, settings);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void tellsWhenAnUpdateCameLast() {
        assertThat(pulse.beat().heard()).isNull();
        tracks.save(tracks.find("123456").after(7, clock.instant()));
        clock.advance(Duration.ofMinutes(1));
        assertThat(pulse.beat().heard()).isEqualTo(clock.instant().minusSeconds(60));
        assertThat(pulse.beat().mode()).isEqualTo("polling");
    }

    @Test
    void isTroubledFirstThenDeafAndWellAgain() {
        assertThat(pulse.beat().light()).isEqualTo(Light.WELL);
        hearing.bad("Telegram cannot be reached; trying on until it answers.");
        assertThat(pulse.beat().light()).isEqualTo(Light.TROUBLED);
        assertThat(pulse.beat().trouble()).contains("cannot be reached");
        clock.advance(Duration.ofSeconds(91));
        assertThat(pulse.beat().light()).isEqualTo(Light.DEAF);
        hearing.standsBy();
        assertThat(pulse.beat().light()).isEqualTo(Light.STANDING_BY);
        hearing.good();
        assertThat(pulse.beat().light()).isEqualTo(Light.WELL);
        assertThat(pulse.beat().trouble()).isNull();
    }
}
