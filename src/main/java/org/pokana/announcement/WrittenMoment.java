package org.pokana.announcement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date and an hour as people here write them: {@code 15.03.2027 10:00}, {@code 15.3 14 ч.} */
final class WrittenMoment {

    private static final Pattern WRITTEN = Pattern.compile(
            "(?<day>\\d{1,2})[./](?<month>\\d{1,2})(?:[./](?<year>\\d{4}))?"
                    + "\\s*(?:г\\.?)?\\s*,?\\s*(?:в|at)?\\s*(?<hour>\\d{1,2})(?:[:.](?<minute>\\d{2}))?\\s*(?:ч\\.?|h)?");

    private WrittenMoment() {}

    /** Without a year it is the next such day, counted from today. */
    static Optional<LocalDateTime> read(String text, LocalDate today) {
        var written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(moment(written, today));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static LocalDateTime moment(Matcher written, LocalDate today) {
        var minute = written.group("minute");
        return day(written, today)
                .atTime(Integer.parseInt(written.group("hour")), minute == null ? 0 : Integer.parseInt(minute));
    }

    private static LocalDate day(Matcher written, LocalDate today) {
        int day = Integer.parseInt(written.group("day"));
        int month = Integer.parseInt(written.group("month"));
        if (written.group("year") != null) {
            return LocalDate.of(Integer.parseInt(written.group("year")), month, day);
        }
        var thisYear = LocalDate.of(today.getYear(), month, day);
        return thisYear.isBefore(today) ? LocalDate.of(today.getYear() + 1, month, day) : thisYear;
    }
}
