package org.pokana.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTests {

    @ParameterizedTest
    @CsvSource({
        "2024, 2024-05-05",
        "2025, 2025-04-20",
        "2026, 2026-04-12",
        "2027, 2027-05-02",
        "2028, 2028-04-16",
        "2029, 2029-04-08",
        "2030, 2030-04-28",
        "2031, 2031-04-13",
        "2032, 2032-05-02",
        "2033, 2033-04-24",
        "2034, 2034-04-09",
        "2035, 2035-04-29",
        "2036, 2036-04-20",
        "2037, 2037-04-05"
    })
    void easterMoves(int year, LocalDate easter) {
        assertThat(Holidays.easter(year)).isEqualTo(easter);
    }

    @ParameterizedTest
    @CsvSource({
        // fixed, and those that move with Easter
        "2027-03-03, false",
        "2027-03-02, true",
        "2027-04-30, false",
        "2027-05-03, false",
        "2027-05-06, false",
        "2027-05-24, false",
        "2027-05-25, true",
        "2027-12-24, false",
        "2027-11-01, true",
        // the first of May was lost to the Saturday of Easter, so the next working day is off
        "2027-05-04, false",
        "2027-05-05, true",
        "2021-05-04, false",
        // two days of Christmas on a weekend, two days off after it
        "2022-12-27, false",
        "2022-12-28, false",
        "2022-12-29, true",
        "2023-12-27, false",
        // a holiday on a Monday of Easter gives no other day
        "2024-05-06, false",
        "2024-05-07, true",
        "2026-09-07, false",
        "2026-05-25, false",
        "2023-01-02, false",
        "2022-01-03, false",
        // weekends
        "2027-02-06, false",
        "2027-02-07, false"
    })
    void workingDaysAreThoseOfTheLaw(LocalDate day, boolean working) {
        assertThat(Holidays.isWorkingDay(day)).isEqualTo(working);
    }

    /** Each holiday lost to a weekend comes back, so every year has as many days off in a week as holidays in a year. */
    @Test
    void noHolidayIsLost() {
        for (int year = 2026; year <= 2037; year++) {
            int of = year;
            long off = Stream.iterate(LocalDate.of(year, 1, 1), day -> day.plusDays(1))
                    .takeWhile(day -> day.getYear() == of)
                    .filter(day -> day.getDayOfWeek().getValue() <= 5 && !Holidays.isWorkingDay(day))
                    .count();
            // Ten fixed ones and two workdays of Easter; fewer where a fixed one falls on a working day of Easter.
            assertThat(off).as("days off in %d", year).isBetween(10L, 12L);
        }
    }
}
