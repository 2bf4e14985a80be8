package org.pokana.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When to remind people of a forum: {@code 7d@10:00}, {@code 2h}, {@code 45m}. Its text is its identity. */
public sealed interface ReminderRule {

    /** The moment to remind of a forum that starts then, before any thought of quiet hours. */
    Instant dueAt(ZonedDateTime start);

    String text();

    /** So many days before at an hour of the wall clock, whatever the clock changes in between do. */
    record DaysBefore(String text, int days, LocalTime at) implements ReminderRule {

        @Override
        public Instant dueAt(ZonedDateTime start) {
            // An hour the clock jumps over moves forward, one it shows twice is the first: as java.time has it.
            return start.toLocalDate()
                    .minusDays(days)
                    .atTime(at)
                    .atZone(start.getZone())
                    .toInstant();
        }
    }

    /** Exactly so long before. */
    record TimeBefore(String text, Duration ahead) implements ReminderRule {

        @Override
        public Instant dueAt(ZonedDateTime start) {
            return start.toInstant().minus(ahead);
        }
    }

    /** @throws IllegalArgumentException with one sentence naming the rule when it makes no sense */
    static ReminderRule parse(String rule) {
        var text = rule.strip();
        var written = Written.RULE.matcher(text);
        if (!written.matches()) {
            throw Written.malformed(text);
        }
        return written.group("days") != null ? Written.daysBefore(text, written) : Written.timeBefore(text, written);
    }

    /** Rules separated by commas; blank text is no rules. */
    static List<ReminderRule> parseAll(String rules) {
        return rules.isBlank()
                ? List.of()
                : Arrays.stream(rules.split(",", -1))
                        .map(ReminderRule::parse)
                        .distinct()
                        .toList();
    }

    static ReminderRule daysBefore(int days, LocalTime at) {
        return new DaysBefore("%dd@%s".formatted(days, at), days, at);
    }

    static ReminderRule hoursBefore(int hours) {
        return new TimeBefore(hours + "h", Duration.ofHours(hours));
    }

    static ReminderRule minutesBefore(int minutes) {
        return new TimeBefore(minutes + "m", Duration.ofMinutes(minutes));
    }

    /** How rules are written down. */
    final class Written {

        private static final Pattern RULE =
                Pattern.compile("(?<days>\\d{1,3})d@(?<at>\\d{2}:\\d{2})|(?<count>\\d{1,4})(?<unit>[hm])");

        private Written() {}

        private static ReminderRule daysBefore(String text, Matcher written) {
            try {
                return new DaysBefore(
                        text, Integer.parseInt(written.group("days")), LocalTime.parse(written.group("at")));
            } catch (DateTimeParseException noSuchHour) {
                throw malformed(text);
            }
        }

        private static ReminderRule timeBefore(String text, Matcher written) {
            int count = Integer.parseInt(written.group("count"));
            if (count == 0) {
                throw malformed(text);
            }
            return new TimeBefore(
                    text, written.group("unit").equals("h") ? Duration.ofHours(count) : Duration.ofMinutes(count));
        }

        private static IllegalArgumentException malformed(String text) {
            return new IllegalArgumentException(
                    "The reminder rule '" + text + "' is not one such as 7d@10:00, 2h or 45m.");
        }
    }
}
