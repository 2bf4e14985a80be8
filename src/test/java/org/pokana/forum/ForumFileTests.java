package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pokana.messaging.BadContent;
import org.pokana.messaging.ContentFile;

class ForumFileTests {

    private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");
    private static final String FILE = """
            season: "2026-2027"
            timezone: "Europe/Sofia"
            forums:
              - id: haskovo
                title: { bg: "Форум", en: "Forum" }
                summary: { bg: "Кратко", en: "Short" }
                city: { bg: "Хасково", en: "Haskovo" }
                municipality: haskovo
                venue:
                  name: { bg: "Зала", en: "Hall" }
                  latitude: 41.93
                  longitude: 25.55
                starts: "2027-02-25T09:00"
                ends: "2027-02-25T16:30"
                capacity: 50
                target_groups: [ngo]
                languages: [bg]
                agenda:
                  - { starts: "09:00", ends: "09:30", kind: check-in, title: { bg: "Кафе", en: "Coffee" } }
                reminders: ["7d@10:00", "2h"]
            """;

    @Test
    void readsTheSeasonThatIsPackaged() {
        var season = new ForumFile(NOW).read(ContentFile.find("forums.yaml", null));

        assertThat(season)
                .extracting(Forum::id)
                .containsExactly("haskovo-2027-02", "dimitrovgrad-2027-03", "harmanli-2027-04", "svilengrad-2027-06");
        var haskovo = season.get(0);
        assertThat(haskovo.startsAt()).isEqualTo(ZonedDateTime.parse("2027-02-25T09:00+02:00[Europe/Sofia]"));
        assertThat(season.get(2).startsAt()).isEqualTo(ZonedDateTime.parse("2027-04-15T09:00+03:00[Europe/Sofia]"));
        assertThat(haskovo.capacity()).isEqualTo(50);
        assertThat(haskovo.agenda()).hasSize(7);
        assertThat(season).allSatisfy(forum -> {
            assertThat(forum.venue().onMap()).isTrue();
            assertThat(forum.venue().name().in(Locale.ENGLISH)).contains("sample");
            assertThat(forum.venue().name().in(Locale.forLanguageTag("bg"))).contains("пример");
        });
    }

    @Test
    void readsAFileWrittenByHand() {
        var forum = read(FILE);

        assertThat(forum.reminders()).containsExactly("7d@10:00", "2h");
        assertThat(forum.version()).isEqualTo(1);
        assertThat(forum.isOpen(NOW)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            timezone: "Europe/Sofia"      | timezone: "Mars"                | forums.yaml, line 2: “Mars” is not a time zone like Europe/Sofia.
            id: haskovo                   | id: Хасково                     | forums.yaml, line 4: the id “Хасково” is not made of small letters, digits and single hyphens.
            , en: "Forum" }               | }                               | forums.yaml, line 5: “en” is missing.
            municipality: haskovo         | municipality: sofia             | forums.yaml, line 8: “sofia” is none of haskovo,
            longitude: 25.55              | #                               | forums.yaml, line 10: a place on the map needs both latitude and longitude.
            latitude: 41.93               | latitude: 141.93                | forums.yaml, line 11: the number is 141.93, it must be from -90.0 to 90.0.
            latitude: 41.93               | latitude: north                 | forums.yaml, line 11: a number like 41.9344 is expected here, not “north”.
            starts: "2027-02-25T09:00"    | starts: "25.02.2027"            | forums.yaml, line 13: “25.02.2027” is not a local date and time like 2027-02-25T09:00.
            starts: "2027-02-25T09:00"    | starts: "2026-03-29T03:30"      | forums.yaml, line 13: the clock jumps over “2026-03-29T03:30” on that day.
            ends: "2027-02-25T16:30"      | ends: "2027-02-25T08:30"        | forums.yaml, line 14: a forum must end after it starts.
            capacity: 50                  | capacity: 0                     | forums.yaml, line 15: the number is 0, it must be from 1 to 5000.
            capacity: 50                  | capacity: many                  | forums.yaml, line 15: a whole number is expected here, not “many”.
            [ngo]                         | [ngo, press]                    | forums.yaml, line 16: “press” is none of
            [bg]                          | [de]                            | forums.yaml, line 17: “de” is none of
            capacity: 50                  | capacitiy: 50                   | forums.yaml, line 15: unknown field “capacitiy”.
            { starts: "09:00"             | { starts: "08:00"               | forums.yaml, line 19: this item is not between the start and the end of its forum.
            ends: "09:30"                 | ends: "09:00"                   | forums.yaml, line 19: this item must end after it starts.
            kind: check-in                | kind: party                     | forums.yaml, line 19: “party” is none of
            "2h"                          | "2 hours"                       | forums.yaml, line 20: “2 hours” is not a reminder like 7d@10:00, 2h or 45m.
            "2h"                          | "2h                             | forums.yaml, line 2
            """)
    void saysWhatIsWrongAndWhere(String right, String wrong, String sentence) {
        assertThat(FILE).contains(right);

        assertThatThrownBy(() -> read(FILE.replace(right, wrong)))
                .isInstanceOf(BadContent.class)
                .hasMessageStartingWith(sentence);
    }

    @Test
    void refusesOneIdForTwoForums() {
        var entry = FILE.substring(FILE.indexOf("  - id"));

        assertThatThrownBy(() -> read(FILE + entry))
                .hasMessage("forums.yaml, line 21: the id “haskovo” is taken by an earlier forum.");
    }

    @Test
    void refusesAgendaItemsThatOverlap() {
        var two = FILE.replace(
                "    reminders",
                "      - { starts: \"09:15\", ends: \"10:00\", kind: talk, title: { bg: \"Б\", en: \"B\" } }\n    reminders");

        assertThatThrownBy(() -> read(two))
                .hasMessage("forums.yaml, line 20: this item starts before the one above it ends.");
    }

    private static Forum read(String text) {
        return new ForumFile(NOW).read(new ContentFile("forums.yaml", text)).get(0);
    }
}
