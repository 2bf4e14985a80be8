package org.pokana.messaging;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The public holidays of Bulgaria: some move with Easter, others give a later day off when they fall on a weekend. */
public final class Holidays {

    private static final List<MonthDay> FIXED = Stream.of(
                    "--01-01", "--03-03", "--05-01", "--05-06", "--05-24", "--09-06", "--09-22", "--12-24", "--12-25",
                    "--12-26")
            .map(MonthDay::parse)
            .toList();

    /** How far the old calendar, by which Easter is found, is behind ours until the end of February 2100. */
    private static final int CALENDARS_APART = 13;

    private Holidays() {}

    public static boolean isWorkingDay(LocalDate day) {
        return !isWeekend(day) && !of(day.getYear()).contains(day);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Days off instead of holidays lost to a weekend included. */
    private static Set<LocalDate> of(int year) {
        var easter = easter(year);
        var fixed = FIXED.stream().map(day -> day.atYear(year)).toList();
        var off = new HashSet<LocalDate>(fixed);
        // Good Friday to Easter Monday; these give no other day off.
        off.addAll(List.of(easter.minusDays(2), easter.minusDays(1), easter, easter.plusDays(1)));
        fixed.stream().filter(Holidays::isWeekend).forEach(lost -> off.add(nextWorkingDay(lost, off)));
        return off;
    }

    private static LocalDate nextWorkingDay(LocalDate lost, Set<LocalDate> off) {
        var day = lost.plusDays(1);
        while (isWeekend(day) || off.contains(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** Orthodox Easter: the first Sunday after the full moon of spring, both by the old calendar. */
    static LocalDate easter(int year) {
        int moon = (19 * (year % 19) + 15) % 30;
        int sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
        return LocalDate.of(year, 3, 22).plusDays((long) moon + sunday + CALENDARS_APART);
    }
}
