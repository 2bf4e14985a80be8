package org.pokana.forum;

import static java.util.Comparator.comparing;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Localized;

/** Reads an agenda as people write it: „10:00–11:00 Кой какво прави“, a line for each part; an end may be left out. */
record AgendaText(Forum forum, Locale language) {

    private static final int LONGEST_TITLE = 120;
    private static final int MOST_LINES = 20;

    private static final String HOUR = "(\\d{1,2})(?:[:.](\\d{2}))?\\s*(?:ч\\.?|h)?";
    private static final Pattern LINE = Pattern.compile(
            "[^\\p{L}\\d]*" + HOUR + "(?:\\s*(?:-|–|—|до|to)\\s*" + HOUR + ")?[\\s,.:;–—-]+(?<title>\\p{L}.*)");

    private record Written(LocalTime from, @Nullable LocalTime to, String title) {}

    /** Empty when a line makes no sense, two overlap, or one is not within the forum. */
    Optional<List<AgendaItem>> read(String text) {
        var lines = text.lines().filter(line -> !line.isBlank()).toList();
        var written = new ArrayList<Written>();
        for (String line : lines) {
            line(line).ifPresent(written::add);
        }
        if (lines.isEmpty() || lines.size() > MOST_LINES || written.size() < lines.size()) {
            return Optional.empty();
        }
        written.sort(comparing(Written::from));
        return Optional.of(items(written)).filter(this::isInOrder);
    }

    private static Optional<Written> line(String line) {
        var read = LINE.matcher(line.strip());
        if (!read.matches()) {
            return Optional.empty();
        }
        try {
            var to = read.group(3) == null ? null : hour(read, 3);
            return OneLine.of(read.group("title"), LONGEST_TITLE).map(title -> new Written(hour(read, 1), to, title));
        } catch (DateTimeException noSuchHour) {
            return Optional.empty();
        }
    }

    private static LocalTime hour(Matcher read, int group) {
        var minutes = read.group(group + 1);
        return LocalTime.of(Integer.parseInt(read.group(group)), minutes == null ? 0 : Integer.parseInt(minutes));
    }

    /** Without an end it lasts until the next begins, the last one until all is over. */
    private List<AgendaItem> items(List<Written> written) {
        var items = new ArrayList<AgendaItem>();
        for (int i = 0; i < written.size(); i++) {
            var one = written.get(i);
            var next = i + 1 < written.size()
                    ? written.get(i + 1).from()
                    : forum.endsAt().toLocalTime();
            items.add(new AgendaItem(
                    one.from(),
                    one.to() == null ? next : one.to(),
                    "talk",
                    new Localized(Map.of(language.getLanguage(), one.title()))));
        }
        return items;
    }

    private boolean isInOrder(List<AgendaItem> items) {
        var last = forum.startsAt().toLocalTime();
        for (AgendaItem item : items) {
            if (item.starts().isBefore(last) || !item.starts().isBefore(item.ends())) {
                return false;
            }
            last = item.ends();
        }
        return !last.isAfter(forum.endsAt().toLocalTime());
    }

    /** Takes the place of whatever was at that time. */
    static List<AgendaItem> with(List<AgendaItem> agenda, AgendaItem item) {
        var others = agenda.stream()
                .filter(other ->
                        !other.starts().isBefore(item.ends()) || !other.ends().isAfter(item.starts()));
        return Stream.concat(others, Stream.of(item))
                .sorted(comparing(AgendaItem::starts))
                .toList();
    }

    static List<AgendaItem> without(List<AgendaItem> agenda, AgendaItem item) {
        return agenda.stream().filter(other -> !other.equals(item)).toList();
    }
}
