package org.pokana.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pokana.messaging.Words;

class RuleWordsTests {

    private static final Words PHRASES = Words.read(Optional.empty());

    private final RuleWords words = new RuleWords(PHRASES);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3 дни преди в 10                | 3d@10:00
            3 дни преди, в 9:30 ч.          | 3d@09:30
            3 дни преди                     | 3d@10:00
            3 dni predi v 10                | 3d@10:00
            в 11 часа, 2 дни преди          | 2d@11:00
            v 11 3 dni predi                | 3d@11:00
            ден преди в 18 часа             | 1d@18:00
            предния ден в 18:00             | 1d@18:00
            1 ден преди във 8.15            | 1d@08:15
            седмица преди в 10              | 7d@10:00
            2 седмици преди                 | 14d@10:00
            в деня на форума в 8:30         | 0d@08:30
            2 часа преди                    | 2h
            2ч преди                        | 2h
            2 chasa predi                   | 2h
            час преди                       | 1h
            45 мин. преди                   | 45m
            Половин... 30 минути преди      | 30m
            3 days before at 10             | 3d@10:00
            the day before at 18:00         | 1d@18:00
            two... 2 hours before           | 2h
            1 week before                   | 7d@10:00
            7d                              | 7d@10:00
            2h                              | 2h""")
    void understandsHoweverItIsSaid(String typed, String rule) {
        assertThat(words.read(typed).map(ReminderRule::text)).contains(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "утре",
                "10",
                "в 10",
                "преди",
                "0 дни преди",
                "3 дни преди в 25",
                "3 дни преди в 10:75",
                "100 дни преди",
                "2 часа преди в 10",
                "100 часа преди",
                "👍",
                "9999999999 дни преди"
            })
    void asksAgainForWhatIsNone(String typed) {
        assertThat(words.read(typed)).isEmpty();
    }

    /** What is shown can be typed. */
    @ParameterizedTest
    @ValueSource(strings = {"7d@10:00", "1d@18:30", "2h", "1h", "45m", "1m", "0d@08:00"})
    void understandsWhatItSays(String rule) {
        for (String language : PHRASES.languages()) {
            var said = PHRASES.say(RuleWords.of(ReminderRule.parse(rule)), Locale.forLanguageTag(language));
            assertThat(words.read(said).map(ReminderRule::text)).as(said).contains(rule);
            assertThat(said.length()).isLessThanOrEqualTo(25);
        }
    }

    @Test
    void saysItShortly() {
        assertThat(PHRASES.say(RuleWords.of(ReminderRule.parse("7d@10:00")), Locale.forLanguageTag("bg")))
                .isEqualTo("7 дни преди, 10:00");
    }
}
