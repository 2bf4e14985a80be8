package org.pokana.forum;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pokana.conversation.Answer;
import org.pokana.conversation.Question;
import org.pokana.conversation.Spelling;
import org.pokana.forum.NewHours.Hours;
import org.pokana.kernel.Choice;

/**
 * Asks when a forum is to be, written in whichever way people write it: „25.02.2027 10:00“, „20 май, 10–16 ч.“ A day
 * alone keeps the hours, an hour alone keeps the day; what is not said stays as it was.
 */
record NewHours(Forum forum, Vocabulary vocabulary, Instant now) implements Question<Hours> {

    /** Local to the forum. */
    record Hours(LocalDateTime start, Duration lasts) {}

    private static final Pattern DATE = Pattern.compile("(?<day>\\d{1,2})"
            + "(?:\\s*[./]\\s*(?<month>\\d{1,2})(?!\\d)|(?:-?(?:ти|ви|ри|ми|ti|vi|ri|mi|st|nd|rd|th))?\\s*(?<named>\\p{L}+))"
            + "(?:[\\s./]+(?<year>\\d{4})|\\s*[./]\\s*(?<short>\\d{2})(?![\\d:.]|\\s*[чh–-]))?");

    private static final String HOUR = "(\\d{1,2})(?:[:.](\\d{2}))?\\s*(ч|h)?[\\p{L}.]*";
    private static final Pattern HOURS =
            Pattern.compile("[^\\d]*?" + HOUR + "(?:\\s*(?:-|–|—|до|to|do)\\s*" + HOUR + ")?[^\\d]*");

    @Override
    public String name() {
        return "when";
    }

    @Override
    public List<Object> arguments() {
        return List.of(forum.title(), Facts.when(forum));
    }

    @Override
    public List<Choice> choices() {
        return List.of();
    }

    @Override
    public boolean free() {
        return true;
    }

    @Override
    public Optional<Hours> understand(Answer answer) {
        try {
            return read(answer.text().toLowerCase(Locale.ROOT).strip()).filter(this::isNewAndToCome);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private boolean isNewAndToCome(Hours hours) {
        var start = hours.start().atZone(forum.zone()).toInstant();
        boolean same = start.equals(forum.starts()) && hours.lasts().equals(lasts());
        return start.isAfter(now) && !same && hours.lasts().compareTo(Duration.ZERO) > 0;
    }

    private Duration lasts() {
        return Duration.between(forum.starts(), forum.ends());
    }

    private Optional<Hours> read(String text) {
        var date = DATE.matcher(text);
        while (date.find()) {
            int month = month(date);
            if (month >= 1 && month <= 12) {
                var rest = text.substring(0, date.start()) + " " + text.substring(date.end());
                return hours(rest, true).map(hours -> on(date, month, hours));
            }
        }
        return hours(text, false).map(hours -> at(forum.startsAt().toLocalDate(), hours));
    }

    private int month(Matcher date) {
        return date.group("month") != null
                ? Integer.parseInt(date.group("month"))
                : vocabulary.month(Spelling.fold(date.group("named"))).orElse(0);
    }

    /** From when to when, if both are said. */
    private record Span(@Nullable LocalTime from, @Nullable LocalTime to) {}

    /** An hour without minutes is one only beside a date or when it says so. */
    private static Optional<Span> hours(String text, boolean beside) {
        var hours = HOURS.matcher(text);
        if (!hours.matches()) {
            boolean silent = beside && text.chars().noneMatch(Character::isDigit);
            return silent ? Optional.of(new Span(null, null)) : Optional.empty();
        }
        boolean isHour = hours.group(2) != null || hours.group(3) != null || hours.group(6) != null;
        return beside || isHour ? Optional.of(new Span(hour(hours, 1), hour(hours, 4))) : Optional.empty();
    }

    private static @Nullable LocalTime hour(Matcher hours, int group) {
        if (hours.group(group) == null) {
            return null;
        }
        var minutes = hours.group(group + 1);
        return LocalTime.of(Integer.parseInt(hours.group(group)), minutes == null ? 0 : Integer.parseInt(minutes));
    }

    private Hours on(Matcher date, int month, Span span) {
        int day = Integer.parseInt(date.group("day"));
        if (date.group("year") != null) {
            return at(LocalDate.of(Integer.parseInt(date.group("year")), month, day), span);
        }
        if (date.group("short") != null) {
            return at(LocalDate.of(2000 + Integer.parseInt(date.group("short")), month, day), span);
        }
        int year = now.atZone(forum.zone()).getYear();
        var next = at(LocalDate.of(year, month, day), span);
        boolean past = !next.start().atZone(forum.zone()).toInstant().isAfter(now);
        return past ? at(LocalDate.of(year + 1, month, day), span) : next;
    }

    private Hours at(LocalDate day, Span span) {
        var from = span.from() == null ? forum.startsAt().toLocalTime() : span.from();
        return new Hours(day.atTime(from), span.to() == null ? lasts() : Duration.between(from, span.to()));
    }
}
