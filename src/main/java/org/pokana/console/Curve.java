package org.pokana.console;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * How many had registered by each day, drawn as a line in a box of 240 by 64.
 *
 * @param line the points of the line; empty while there is nothing to draw
 * @param area the same, closed at the bottom
 * @param limit how high the seats are, if that is within the box
 */
public record Curve(
        String line, String area, double limit, LocalDate from, LocalDate until, int total, List<Day> days) {

    /** The same as numbers: how many came on a day, and how many there were by its end. */
    public record Day(LocalDate day, int fresh, int all) {}

    private static final double WIDTH = 240;
    private static final double HEIGHT = 64;
    private static final double MARGIN = 4;

    static Curve of(SortedMap<LocalDate, Integer> days, LocalDate today, int capacity) {
        if (days.isEmpty()) {
            return new Curve("", "", MARGIN, today, today, 0, List.of());
        }
        var from = days.firstKey().minusDays(1);
        var until = today.isAfter(days.lastKey()) ? today : days.lastKey();
        int total = days.values().stream().mapToInt(Integer::intValue).sum();
        double most = Math.max(total, capacity);
        var points = new StringBuilder(point(0, 0, most));
        var table = new ArrayList<Day>();
        int sum = 0;
        double last = 0;
        for (var day : days.entrySet()) {
            double x = x(from, until, day.getKey());
            sum += day.getValue();
            points.append(' ').append(point(last, sum - day.getValue(), most));
            points.append(' ').append(point(x, sum, most));
            table.add(new Day(day.getKey(), day.getValue(), sum));
            last = x;
        }
        points.append(' ').append(point(WIDTH, total, most));
        var area = points + " " + WIDTH + "," + HEIGHT + " 0," + HEIGHT;
        return new Curve(points.toString(), area, y(capacity, most), from, until, total, table);
    }

    private static double x(LocalDate from, LocalDate until, LocalDate day) {
        return WIDTH * ChronoUnit.DAYS.between(from, day) / ChronoUnit.DAYS.between(from, until);
    }

    private static double y(double count, double most) {
        return HEIGHT - (HEIGHT - MARGIN) * count / most;
    }

    private static String point(double x, double count, double most) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y(count, most));
    }
}
