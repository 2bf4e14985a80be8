package org.pokana.reminder;

import static org.pokana.kernel.Phrase.phrase;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pokana.conversation.Spelling;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Words;
import org.pokana.reminder.ReminderRule.DaysBefore;
import org.pokana.reminder.ReminderRule.TimeBefore;
import org.springframework.stereotype.Component;

/** Rules as people say them: „3 дни преди в 10“, „2 часа преди“, “the day before at 18:00”. */
@Component
class RuleWords {

    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private static final int MOST_DAYS = 60;
    private static final int MOST_HOURS = 72;

    private static final Pattern CLOCK = Pattern.compile("(?<hour>\\d{1,2})[:.](?<minute>\\d{2})");
    private static final Pattern HOUR = Pattern.compile("(?:^|\\s)(?:в|във|v|vav|at|@)\\s*(?<hour>\\d{1,2})"
            + "(?=\\s+\\d|\\s*(?:$|[,;.]|(?:ч|h|часа|chasa)(?!\\p{L})))");
    private static final Pattern COUNTED = Pattern.compile("(?<count>\\d{1,3})\\s*(?<word>\\p{L}+)");

    /** What is counted; the words for it stand beside the phrases. */
    private enum Unit {
        MINUTE,
        HOUR,
        DAY,
        WEEK,
        BEFORE
    }

    private final Map<Unit, Set<String>> words = new EnumMap<>(Unit.class);

    RuleWords(Words phrases) {
        for (Unit unit : Unit.values()) {
            var key = "reminders." + unit.name().toLowerCase(Locale.ROOT) + ".words";
            words.put(
                    unit,
                    phrases.languages().stream()
                            .flatMap(language -> Arrays.stream(phrases.raw(key, Locale.forLanguageTag(language))
                                    .split("\\|")))
                            .map(Spelling::fold)
                            .collect(Collectors.toSet()));
        }
    }

    /** Short enough for a button. */
    static Phrase of(ReminderRule rule) {
        if (rule instanceof DaysBefore before) {
            return before.days() == 0
                    ? phrase("reminders.on-the-day", before.at().toString())
                    : phrase("reminders.days-before", before.days(), before.at().toString());
        }
        var ahead = ((TimeBefore) rule).ahead();
        return ahead.toMinutes() % 60 == 0
                ? phrase("reminders.hours-before", ahead.toHours())
                : phrase("reminders.minutes-before", ahead.toMinutes());
    }

    /** Empty when it is no rule, or none that anybody would want. */
    Optional<ReminderRule> read(String typed) {
        try {
            return understood(typed.toLowerCase(Locale.ROOT).strip());
        } catch (DateTimeException noSuchHour) {
            return Optional.empty();
        }
    }

    /** One a line; empty if one of them is not understood, or there are too many to be of use. */
    Optional<List<ReminderRule>> readAll(String lines) {
        var written = Arrays.stream(lines.split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        var read = written.stream().flatMap(line -> read(line).stream()).toList();
        return read.size() == written.size() && read.size() <= SetReminders.MOST
                ? Optional.of(read.stream().distinct().toList())
                : Optional.empty();
    }

    private Optional<ReminderRule> understood(String text) {
        var clock = CLOCK.matcher(text);
        if (clock.find()) {
            var at = LocalTime.of(Integer.parseInt(clock.group("hour")), Integer.parseInt(clock.group("minute")));
            return rule(text.substring(0, clock.start()) + " " + text.substring(clock.end()), at);
        }
        var hour = HOUR.matcher(text);
        if (hour.find()) {
            var at = LocalTime.of(Integer.parseInt(hour.group("hour")), 0);
            return rule(text.substring(0, hour.start()) + " " + text.substring(hour.end()), at);
        }
        return rule(text, null);
    }

    private Optional<ReminderRule> rule(String text, @Nullable LocalTime at) {
        var counted = COUNTED.matcher(text);
        while (counted.find()) {
            int count = Integer.parseInt(counted.group("count"));
            var unit = unit(counted.group("word"));
            if (unit.isPresent()) {
                return rule(count, unit.get(), at);
            }
        }
        var uncounted = Arrays.stream(text.split("[^\\p{L}]+"))
                .flatMap(word -> unit(word).stream())
                .toList();
        var unit = uncounted.stream().filter(each -> each != Unit.BEFORE).findFirst();
        boolean sameDay = unit.filter(each -> each == Unit.DAY).isPresent() && !uncounted.contains(Unit.BEFORE);
        if (sameDay) {
            return at == null ? Optional.empty() : Optional.of(ReminderRule.daysBefore(0, at));
        }
        return unit.filter(each -> uncounted.contains(Unit.BEFORE)).flatMap(each -> rule(1, each, at));
    }

    private static Optional<ReminderRule> rule(int count, Unit unit, @Nullable LocalTime at) {
        if (unit == Unit.DAY || unit == Unit.WEEK) {
            int days = unit == Unit.WEEK ? 7 * count : count;
            return days < 1 || days > MOST_DAYS
                    ? Optional.empty()
                    : Optional.of(ReminderRule.daysBefore(days, at == null ? MORNING : at));
        }
        var ahead = unit == Unit.HOUR ? Duration.ofHours(count) : Duration.ofMinutes(count);
        if (at != null || count < 1 || ahead.compareTo(Duration.ofHours(MOST_HOURS)) > 0) {
            return Optional.empty();
        }
        return Optional.of(unit == Unit.HOUR ? ReminderRule.hoursBefore(count) : ReminderRule.minutesBefore(count));
    }

    private Optional<Unit> unit(String word) {
        var folded = Spelling.fold(word);
        return words.entrySet().stream()
                .filter(known -> known.getValue().contains(folded))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
