package org.pokana.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.forum.TestForums.SOFIA;
import static org.pokana.forum.TestForums.forum;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pokana.messaging.Holidays;

/** All times as the clock on the wall shows them in Bulgaria. */
class HoldTests {

    @ParameterizedTest
    @CsvSource({
        // asked at          until             half time          forum begins
        "2027-02-01T10:00, 2027-02-01T14:00, 2027-02-01T12:00, 2027-02-25T09:00", // a Monday
        "2027-02-01T16:00, 2027-02-01T20:00, 2027-02-01T18:00, 2027-02-25T09:00",
        "2027-02-01T16:00:01, 2027-02-02T08:00:01, 2027-02-01T18:00:01, 2027-02-25T09:00", // to the second
        "2027-02-01T18:00, 2027-02-02T10:00, 2027-02-02T08:00, 2027-02-25T09:00", // nobody is asked again at eight in
        // the evening
        "2027-02-01T19:00, 2027-02-02T11:00, 2027-02-02T09:00, 2027-02-25T09:00",
        "2027-02-01T23:30, 2027-02-02T12:00, 2027-02-02T10:00, 2027-02-25T09:00", // at night
        "2027-02-02T03:00, 2027-02-02T12:00, 2027-02-02T10:00, 2027-02-25T09:00",
        "2027-02-05T17:00, 2027-02-08T09:00, 2027-02-05T19:00, 2027-02-25T09:00", // over a weekend
        "2027-02-06T11:00, 2027-02-08T12:00, 2027-02-08T10:00, 2027-02-25T09:00", // on a Saturday
        "2027-03-02T19:00, 2027-03-04T11:00, 2027-03-04T09:00, 2027-03-18T09:00", // over the third of March
        "2027-04-29T18:00, 2027-05-05T10:00, 2027-05-05T08:00, 2027-05-20T09:00", // over Easter and the first of May
        "2026-04-09T17:00, 2026-04-14T09:00, 2026-04-09T19:00, 2026-05-20T09:00", // over Easter of another year
        "2027-12-23T19:00, 2027-12-29T11:00, 2027-12-29T09:00, 2028-02-20T09:00", // Christmas on a weekend
        "2027-03-26T19:00, 2027-03-29T11:00, 2027-03-29T09:00, 2027-05-20T09:00", // the clocks go forward
        "2027-10-29T19:00, 2027-11-01T11:00, 2027-11-01T09:00, 2027-11-20T09:00", // the clocks go back
        // the forum is near
        "2027-02-24T09:00:01, 2027-02-24T10:00:01, 2027-02-24T09:30:01, 2027-02-25T09:00",
        "2027-02-24T22:00, 2027-02-24T23:00, 2027-02-24T22:30, 2027-02-25T09:00",
        "2027-02-24T09:00, 2027-02-24T10:00, 2027-02-24T09:30, 2027-02-25T09:00", // just a day before
        "2027-02-23T18:00, 2027-02-24T10:00, 2027-02-24T08:00, 2027-02-25T09:00",
        "2027-02-05T18:00, 2027-02-06T11:00, 2027-02-06T08:00, 2027-02-07T10:00" // on a Sunday: not after it has begun
    })
    void aSeatIsKeptForFourWorkingHoursAndLessWhenItIsNear(
            LocalDateTime asked, LocalDateTime until, LocalDateTime half, LocalDateTime begins) {
        var forum = forum("haskovo", "Хасково", "Haskovo", begins, 1);

        assertThat(Hold.until(forum, at(asked))).isEqualTo(at(until));
        assertThat(Hold.halfTime(forum, at(asked))).contains(at(half));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-28T02:30, PT1H",
        "2027-10-31T01:30, PT1H", // an hour is an hour on the nights of the change
    })
    void anHourIsAnHourWhenTheClocksChange(LocalDateTime asked, Duration kept) {
        var forum = forum("haskovo", "Хасково", "Haskovo", asked.plusHours(10), 1);

        assertThat(Duration.between(at(asked), Hold.until(forum, at(asked)))).isEqualTo(kept);
    }

    @Test
    void inTheLastHoursNobodyIsWaitedFor() {
        var forum = TestForums.haskovo(1);
        var threeHoursBefore = forum.starts().minus(Duration.ofHours(3));

        assertThat(Hold.isLastHours(forum, threeHoursBefore)).isFalse();
        assertThat(Hold.isLastHours(forum, threeHoursBefore.plusMillis(1))).isTrue();
    }

    /** Minute by minute through a year: never less than an hour, never more than four, counted another way. */
    @Test
    void isNeverMoreOrLessThanFourWorkingHours() {
        var forum = forum("haskovo", "Хасково", "Haskovo", LocalDateTime.parse("2028-06-01T09:00"), 1);
        for (var asked = LocalDateTime.parse("2027-01-01T00:07"); asked.getYear() < 2028; asked = asked.plusHours(5)) {
            var until = Hold.until(forum, at(asked));
            assertThat(workingMinutes(at(asked), until))
                    .as("asked at %s, until %s", asked, until)
                    .isEqualTo(240);
        }
    }

    private static long workingMinutes(Instant from, Instant until) {
        long minutes = 0;
        for (var moment = from; moment.isBefore(until); moment = moment.plusSeconds(60)) {
            var local = moment.atZone(SOFIA);
            boolean works = local.getHour() >= 8 && local.getHour() < 20 && Holidays.isWorkingDay(local.toLocalDate());
            minutes += works ? 1 : 0;
        }
        return minutes;
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(SOFIA).toInstant();
    }
}
