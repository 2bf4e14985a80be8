package org.pokana.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;

class StoreMappingTests {

    private static final Meeting HASKOVO = new Meeting(
            "haskovo",
            LocalDate.of(2027, 3, 28),
            LocalTime.of(9, 30),
            LocalDateTime.of(2027, 3, 28, 3, 30),
            Instant.parse("2027-03-28T06:30:00Z"),
            Duration.ofMinutes(90),
            ZoneId.of("Europe/Sofia"),
            Locale.forLanguageTag("bg"),
            DayOfWeek.SUNDAY,
            Map.of(Locale.ENGLISH, "Haskovo"),
            List.of(new Part("opening", LocalTime.of(9, 30))),
            UUID.fromString("6c1d7b3e-0d5c-4a57-9c43-2f1f3a1b0a11"),
            null);

    private final TestStore store = TestStore.inMemory(Meeting.class);

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void readsBackEveryKindOfFact() {
        store.mongo().insert(HASKOVO);

        assertThat(store.mongo().findById("haskovo", Meeting.class)).isEqualTo(HASKOVO.withVersion(0L));
    }

    @Test
    void keepsLocalDatesAndTimesAsText() {
        store.mongo().insert(HASKOVO);

        Document stored = store.mongo().getCollection("meetings").find().first();
        assertThat(stored)
                .containsEntry("date", "2027-03-28")
                .containsEntry("doors", "09:30")
                .containsEntry("local", "2027-03-28T03:30")
                .containsEntry("length", "PT1H30M")
                .containsEntry("zone", "Europe/Sofia")
                .containsEntry("language", "bg")
                .containsEntry("day", "SUNDAY")
                .doesNotContainKey("_class");
        assertThat(stored.get("starts")).isInstanceOf(java.util.Date.class);
        assertThat(stored.get("parts").toString()).contains("doors=09:30");
        assertThat(stored.get("names", Document.class)).containsEntry("en", "Haskovo");
    }

    @Test
    void readsTheSameDayOnAMachineInAnotherZone() {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            store.mongo().insert(HASKOVO);
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            assertThat(store.mongo().findById("haskovo", Meeting.class)).isEqualTo(HASKOVO.withVersion(0L));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void refusesTheSecondOfTwoChangesToTheSameVersion() {
        Meeting first = store.mongo().insert(HASKOVO);
        store.mongo().save(first);

        assertThatThrownBy(() -> store.mongo().save(first)).isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void createsTheIndexesADocumentDeclares() {
        assertThat(store.mongo().indexOps(Meeting.class).getIndexInfo())
                .extracting("name")
                .contains("day_date", "code");
        store.mongo().insert(HASKOVO);

        assertThatThrownBy(() -> store.mongo().insert(HASKOVO.withId("haskovo-again")))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @org.springframework.data.mongodb.core.mapping.Document("meetings")
    @CompoundIndex(name = "day_date", def = "{'day': 1, 'date': 1}")
    record Meeting(
            @Id String id,
            LocalDate date,
            LocalTime doors,
            LocalDateTime local,
            Instant starts,
            Duration length,
            ZoneId zone,
            Locale language,
            DayOfWeek day,
            Map<Locale, String> names,
            List<Part> parts,
            @Indexed(unique = true) UUID code,
            @Nullable @Version Long version) {

        Meeting withId(String other) {
            return new Meeting(
                    other, date, doors, local, starts, length, zone, language, day, names, parts, code, version);
        }

        Meeting withVersion(Long other) {
            return new Meeting(id, date, doors, local, starts, length, zone, language, day, names, parts, code, other);
        }
    }

    record Part(String name, LocalTime doors) {}
}
