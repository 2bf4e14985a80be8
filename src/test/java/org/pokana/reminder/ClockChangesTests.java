package org.pokana.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Every quarter hour in the two days before and after each change of the clocks in Sofia from 2026 to 2037, with four
 * kinds of rule, against a table worked out from the law alone: on the last Sunday of March and of October, at one
 * o'clock in Greenwich, the clocks go to three hours ahead and back to two.
 */
class ClockChangesTests {

    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");
    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;
    private static final long QUARTER = HOUR / 4;

    /** A rule and the same in seconds, by the table. */
    private record Kind(String rule, LongUnaryOperator dueAt) {}

    private static final List<Long> CHANGES = changes();

    private static final List<Kind> KINDS = List.of(
            new Kind("7d@10:00", start -> daysBefore(start, 7, 10 * HOUR)),
            new Kind("1d@03:30", start -> daysBefore(start, 1, 3 * HOUR + HOUR / 2)),
            new Kind("2h", start -> start - 2 * HOUR),
            new Kind("45m", start -> start - 3 * QUARTER));

    @Test
    void agreesWithTheTableAroundEveryChange() {
        var differences = new ArrayList<String>();
        int compared = 0;
        for (long change : CHANGES) {
            for (long start = change - 2 * DAY; start < change + 2 * DAY; start += QUARTER) {
                for (Kind kind : KINDS) {
                    compared++;
                    var wanted = kind.dueAt().applyAsLong(start);
                    if (due(kind.rule(), start, SOFIA) != wanted) {
                        differences.add(kind.rule() + " before " + Instant.ofEpochSecond(start));
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isEqualTo(36_864);
    }

    @Test
    void differsWithoutTheZoneOfTheForum() { // control: what the zone's own clock is for
        for (ZoneId wrong : List.of(ZoneOffset.ofHours(2), ZoneOffset.ofHours(3), ZoneId.of("Europe/Berlin"))) {
            long different = CHANGES.stream()
                    .flatMap(change ->
                            LongStream.range(0, 384).mapToObj(quarter -> change - 2 * DAY + quarter * QUARTER))
                    .filter(start -> due("7d@10:00", start, wrong) != daysBefore(start, 7, 10 * HOUR))
                    .count();
            assertThat(different).as("in %s", wrong).isGreaterThan(1000);
        }
    }

    private static long due(String rule, long start, ZoneId zone) {
        return ReminderRule.parse(rule)
                .dueAt(Instant.ofEpochSecond(start).atZone(zone))
                .getEpochSecond();
    }

    private static List<Long> changes() {
        var changes = new ArrayList<Long>();
        for (int year = 2026; year <= 2037; year++) {
            changes.add(lastSunday(year, 3) + HOUR);
            changes.add(lastSunday(year, 10) + HOUR);
        }
        return changes;
    }

    /** Midnight in Greenwich; both months have 31 days. Day 0 of our counting was a Thursday. */
    private static long lastSunday(int year, int month) {
        long last = daysSince1970(year, month, 31);
        return (last - Math.floorMod(last - 3, 7L)) * DAY;
    }

    /** Counted year by year and month by month. */
    private static long daysSince1970(int year, int month, int day) {
        long days = day - 1;
        for (int each = 1970; each < year; each++) {
            days += isLeap(each) ? 366 : 365;
        }
        int[] lengths = {31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        for (int each = 1; each < month; each++) {
            days += lengths[each - 1];
        }
        return days;
    }

    private static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    private static long ahead(long moment) {
        long ahead = 2 * HOUR;
        for (int i = 0; i < CHANGES.size(); i++) {
            if (moment >= CHANGES.get(i)) {
                ahead = i % 2 == 0 ? 3 * HOUR : 2 * HOUR;
            }
        }
        return ahead;
    }

    /** So many calendar days before at an hour on the wall; the first if it comes twice, an hour later if it never does. */
    private static long daysBefore(long start, int days, long hour) {
        long midnight = Math.floorDiv(start + ahead(start), DAY) * DAY;
        long wanted = midnight - days * DAY + hour;
        long inSummer = wanted - 3 * HOUR;
        long inWinter = wanted - 2 * HOUR;
        if (ahead(inSummer) == 3 * HOUR) {
            return inSummer; // the earlier of two, if there are two
        }
        return inWinter; // where neither shows it, winter's reckoning names the hour after the gap
    }
}
