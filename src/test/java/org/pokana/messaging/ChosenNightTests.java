package org.pokana.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.QuietHours.Night;

/** A house that goes to bed at another hour. */
class ChosenNightTests {

    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");
    private static final Locale BULGARIAN = Locale.forLanguageTag("bg");

    private final Words words = new Words(Map.of("bg", Map.of("a", "Изпрати в @08:00@", "b", "от @20:00@ до @08:00@")));
    private Runnable end = () -> {};

    @AfterEach
    void asUsual() {
        end.run();
    }

    private void nightIs(String evening, String morning) {
        end = QuietHours.keep(() -> new Night(LocalTime.parse(evening), LocalTime.parse(morning)));
    }

    @Test
    void isQuietWhenItSaysSoAndAgainAsUsualAfterwards() {
        var late = Instant.parse("2027-02-01T19:30:00Z"); // half past nine in Sofia
        assertThat(QuietHours.morningAfter(late, SOFIA)).contains(Instant.parse("2027-02-02T06:00:00Z"));
        nightIs("22:00", "07:00");
        assertThat(QuietHours.morningAfter(late, SOFIA)).isEmpty();
        assertThat(QuietHours.morningAfter(late.plusSeconds(3600), SOFIA))
                .contains(Instant.parse("2027-02-02T05:00:00Z"));
        end.run();
        assertThat(QuietHours.morningAfter(late, SOFIA)).contains(Instant.parse("2027-02-02T06:00:00Z"));
    }

    @Test
    void isSpokenOfAsItIs() {
        assertThat(words.say(Phrase.phrase("a"), BULGARIAN)).isEqualTo("Изпрати в 08:00");
        nightIs("21:30", "07:00");
        assertThat(words.say(Phrase.phrase("a"), BULGARIAN)).isEqualTo("Изпрати в 07:00");
        assertThat(words.say(Phrase.phrase("b"), BULGARIAN)).isEqualTo("от 21:30 до 07:00");
    }

    @Test
    void leavesADayToSayThingsIn() {
        assertThat(Night.isOne(LocalTime.of(20, 0), LocalTime.of(8, 0))).isTrue();
        assertThat(Night.isOne(LocalTime.of(12, 0), LocalTime.of(8, 0))).isTrue();
        assertThat(Night.isOne(LocalTime.of(11, 59), LocalTime.of(8, 0))).isFalse();
        assertThat(Night.isOne(LocalTime.of(8, 0), LocalTime.of(20, 0))).isFalse();
    }
}
