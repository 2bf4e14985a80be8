package org.pokana.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pokana.forum.TestForums;

class ReminderRuleTests {

    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    @ParameterizedTest
    @ValueSource(strings = {"7d@10:00", "1d@10:00", "0d@08:30", "2h", "45m", "3m", " 2h "})
    void understandsDaysAtAnHourHoursAndMinutes(String rule) {
        assertThat(ReminderRule.parse(rule).text()).isEqualTo(rule.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2", "h", "0h", "-2h", "2d", "1d@25:00", "1d@9:00", "1d@10:60", "2 h", "2h@10:00", "1.5h"})
    void namesARuleItDoesNotUnderstand(String rule) {
        assertThatThrownBy(() -> ReminderRule.parse(rule))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The reminder rule '" + rule + "' is not one such as 7d@10:00, 2h or 45m.");
    }

    @Test
    void readsRulesSeparatedByCommasAndEachOnce() {
        assertThat(ReminderRule.parseAll("7d@10:00, 1d@10:00,2h,2h"))
                .extracting(ReminderRule::text)
                .containsExactly("7d@10:00", "1d@10:00", "2h");
        assertThat(ReminderRule.parseAll(" ")).isEmpty();
        assertThatThrownBy(() -> ReminderRule.parseAll("7d@10:00,tomorrow")).hasMessageContaining("'tomorrow'");
        assertThatThrownBy(() -> ReminderRule.parseAll("7d@10:00,")).hasMessageContaining("''");
    }

    @Test
    void takesASettingLeftEmptyForOneNotMade() {
        assertThat(new ReminderSettings(null).rules()).hasSize(3);
        assertThat(new ReminderSettings(" ").rules()).isEqualTo(new ReminderSettings(null).rules());
        assertThat(new ReminderSettings("3m").rules())
                .extracting(ReminderRule::text)
                .containsExactly("3m");
    }

    /** Worked out by hand from the days the clock changes: 28 March 2027 at 03:00, 31 October 2027 at 04:00. */
    @ParameterizedTest
    @CsvSource({
        // the clock jumps from 03:00 to 04:00 while the rule looks back over it
        "2027-03-28T04:30, 7d@10:00, 2027-03-21T08:00:00Z",
        "2027-03-28T04:30, 1d@10:00, 2027-03-27T08:00:00Z",
        "2027-03-28T04:30, 2h,       2027-03-27T23:30:00Z",
        "2027-03-28T04:30, 45m,      2027-03-28T00:45:00Z",
        "2027-03-28T04:30, 3m,       2027-03-28T01:27:00Z",
        "2027-03-28T09:00, 7d@10:00, 2027-03-21T08:00:00Z",
        "2027-03-28T09:00, 1d@10:00, 2027-03-27T08:00:00Z",
        "2027-03-28T09:00, 2h,       2027-03-28T04:00:00Z",
        "2027-03-28T09:00, 45m,      2027-03-28T05:15:00Z",
        "2027-03-28T09:00, 3m,       2027-03-28T05:57:00Z",
        "2027-03-29T09:00, 7d@10:00, 2027-03-22T08:00:00Z",
        "2027-03-29T09:00, 1d@10:00, 2027-03-28T07:00:00Z",
        "2027-03-29T09:00, 2h,       2027-03-29T04:00:00Z",
        "2027-04-04T09:00, 7d@10:00, 2027-03-28T07:00:00Z",
        // an hour that does not exist moves forward by the hour that is missing
        "2027-03-29T09:00, 1d@02:59, 2027-03-28T00:59:00Z",
        "2027-03-29T09:00, 1d@03:00, 2027-03-28T01:00:00Z",
        "2027-03-29T09:00, 1d@03:30, 2027-03-28T01:30:00Z",
        "2027-03-29T09:00, 1d@04:00, 2027-03-28T01:00:00Z",
        "2027-04-04T09:00, 7d@03:30, 2027-03-28T01:30:00Z",
        // the clock goes back from 04:00 to 03:00
        "2027-10-31T04:30, 7d@10:00, 2027-10-24T07:00:00Z",
        "2027-10-31T04:30, 1d@10:00, 2027-10-30T07:00:00Z",
        "2027-10-31T04:30, 2h,       2027-10-31T00:30:00Z",
        "2027-10-31T04:30, 45m,      2027-10-31T01:45:00Z",
        "2027-10-31T04:30, 3m,       2027-10-31T02:27:00Z",
        "2027-10-31T09:00, 7d@10:00, 2027-10-24T07:00:00Z",
        "2027-10-31T09:00, 1d@10:00, 2027-10-30T07:00:00Z",
        "2027-10-31T09:00, 2h,       2027-10-31T05:00:00Z",
        "2027-10-31T09:00, 45m,      2027-10-31T06:15:00Z",
        "2027-10-31T09:00, 3m,       2027-10-31T06:57:00Z",
        "2027-11-01T09:00, 7d@10:00, 2027-10-25T07:00:00Z",
        "2027-11-01T09:00, 1d@10:00, 2027-10-31T08:00:00Z",
        "2027-11-01T09:00, 2h,       2027-11-01T05:00:00Z",
        "2027-11-07T09:00, 7d@10:00, 2027-10-31T08:00:00Z",
        // an hour that comes twice is the first
        "2027-11-01T09:00, 1d@02:59, 2027-10-30T23:59:00Z",
        "2027-11-01T09:00, 1d@03:00, 2027-10-31T00:00:00Z",
        "2027-11-01T09:00, 1d@03:30, 2027-10-31T00:30:00Z",
        "2027-11-01T09:00, 1d@04:00, 2027-10-31T02:00:00Z",
        "2027-11-07T09:00, 7d@03:30, 2027-10-31T00:30:00Z",
    })
    void isDueAtTheRightMomentAroundClockChanges(LocalDateTime start, String rule, Instant due) {
        assertThat(ReminderRule.parse(rule).dueAt(start.atZone(SOFIA))).isEqualTo(due);
    }

    /** Every quarter hour from two days before to eight days after, so that each rule looks back over the change. */
    @ParameterizedTest
    @CsvSource({"2027-03-28T01:00:00Z", "2027-10-31T01:00:00Z"})
    void agreesWithAClockReadMinuteByMinute(Instant change) {
        int compared = 0;
        var from = change.minus(Duration.ofDays(2));
        for (int quarter = 0; quarter < 10 * 96; quarter++) {
            var start = from.plus(Duration.ofMinutes(15L * quarter));
            var shown = wallClock(start).toLocalDate();
            for (int days : new int[] {0, 1, 7}) {
                for (var hour : new LocalTime[] {LocalTime.of(3, 30), LocalTime.of(10, 0)}) {
                    var rule = ReminderRule.parse(days + "d@" + hour);
                    assertThat(rule.dueAt(start.atZone(SOFIA)))
                            .as("%s before %s", rule.text(), start)
                            .isEqualTo(firstShown(shown.minusDays(days).atTime(hour)));
                    compared++;
                }
            }
            assertThat(ReminderRule.parse("2h").dueAt(start.atZone(SOFIA))).isEqualTo(start.minusSeconds(7200));
            assertThat(ReminderRule.parse("45m").dueAt(start.atZone(SOFIA))).isEqualTo(start.minusSeconds(2700));
            compared += 2;
        }
        assertThat(compared).isEqualTo(7680);
    }

    /** What a clock on a wall in Sofia shows in 2027, without asking java.time for it. */
    private static LocalDateTime wallClock(Instant moment) {
        boolean summer = !moment.isBefore(Instant.parse("2027-03-28T01:00:00Z"))
                && moment.isBefore(Instant.parse("2027-10-31T01:00:00Z"));
        return LocalDateTime.ofEpochSecond(moment.getEpochSecond() + (summer ? 3 : 2) * 3600L, 0, ZoneOffset.UTC);
    }

    private static Instant firstShown(LocalDateTime wanted) {
        var earliest = wanted.toInstant(ZoneOffset.UTC).minusSeconds(4 * 3600);
        for (int minute = 0; minute < 4 * 60; minute++) {
            var moment = earliest.plusSeconds(60L * minute);
            if (wallClock(moment).equals(wanted)) {
                return moment;
            }
        }
        return firstShown(wanted.plusHours(1)); // never shown: the clock jumped over it
    }

    @ParameterizedTest
    @CsvSource({
        "2027-02-25T09:00, 2027-02-24T10:00, 2027-02-24T10:00",
        "2027-02-25T09:00, 2027-02-24T19:59, 2027-02-24T19:59",
        "2027-02-25T09:00, 2027-02-24T20:00, 2027-02-25T08:00",
        "2027-02-25T09:00, 2027-02-24T23:30, 2027-02-25T08:00",
        "2027-02-25T09:00, 2027-02-25T07:00, 2027-02-25T08:00",
        "2027-02-25T09:00, 2027-02-25T08:00, 2027-02-25T08:00",
        "2027-02-25T08:30, 2027-02-25T06:30, 2027-02-25T08:00",
        "2027-02-25T08:29, 2027-02-25T06:29, 2027-02-25T06:29",
        "2027-02-25T08:00, 2027-02-25T06:00, 2027-02-25T06:00",
        "2027-02-25T21:00, 2027-02-25T20:15, 2027-02-25T20:15",
        "2027-03-28T09:00, 2027-03-27T23:00, 2027-03-28T08:00",
        "2027-10-31T09:00, 2027-10-30T23:00, 2027-10-31T08:00",
    })
    void staysSilentAtNightUnlessTheForumIsTooNear(LocalDateTime start, LocalDateTime due, LocalDateTime rings) {
        var forum = TestForums.forum("haskovo", "Хасково", "Haskovo", start, 50);
        assertThat(Rules.considerate(due.atZone(SOFIA).toInstant(), forum))
                .isEqualTo(rings.atZone(SOFIA).toInstant());
    }
}
