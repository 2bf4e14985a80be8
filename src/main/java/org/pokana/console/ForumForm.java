package org.pokana.console;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pokana.forum.Forum;
import org.pokana.forum.Organizing;
import org.pokana.forum.Revising;
import org.pokana.forum.Revising.Written;
import org.pokana.kernel.Localized;

/** What is written in the form of a forum, by the names of its fields. */
public record ForumForm(Map<String, String> fields) {

    private static final List<String> LANGUAGES = List.of("bg", "en");
    private static final int LONGEST_TITLE = 160;

    /** What the form begins with. */
    static ForumForm of(Forum forum, Locale language) {
        var fields = new HashMap<String, String>();
        var venue = forum.venue();
        for (String tag : LANGUAGES) {
            fields.put("title-" + tag, forum.title().words().getOrDefault(tag, ""));
            fields.put("place-" + tag, venue.name().words().getOrDefault(tag, ""));
            var address = venue.address();
            fields.put("address-" + tag, address == null ? "" : address.words().getOrDefault(tag, ""));
        }
        fields.put("day", forum.startsAt().toLocalDate().toString());
        fields.put("from", forum.startsAt().toLocalTime().toString());
        fields.put("to", forum.endsAt().toLocalTime().toString());
        fields.put("agenda", Revising.lines(forum, language));
        fields.put("capacity", String.valueOf(forum.capacity()));
        fields.put("version", String.valueOf(forum.version()));
        return new ForumForm(fields);
    }

    public String get(String field) {
        return fields.getOrDefault(field, "");
    }

    /** Whether it was opened for the forum as it is now. */
    boolean isOf(Forum forum) {
        return get("version").equals(String.valueOf(forum.version()));
    }

    /** Empty when the day or an hour is none. */
    Optional<Written> plan(Locale language) {
        try {
            return Optional.of(new Written(
                    LocalDate.parse(get("day")),
                    LocalTime.parse(get("from")),
                    LocalTime.parse(get("to")),
                    Map.of("bg", get("place-bg"), "en", get("place-en")),
                    Map.of("bg", get("address-bg"), "en", get("address-en")),
                    get("agenda").replace("\r\n", "\n"),
                    language));
        } catch (DateTimeException noSuchMoment) {
            return Optional.empty();
        }
    }

    Optional<Localized> title() {
        var title = new HashMap<String, String>();
        for (String tag : LANGUAGES) {
            var line = get("title-" + tag).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
            if (!line.isEmpty()) {
                title.put(tag, line);
            }
        }
        boolean fits = title.values().stream().allMatch(line -> line.length() <= LONGEST_TITLE);
        return title.isEmpty() || !fits ? Optional.empty() : Optional.of(new Localized(title));
    }

    Optional<Integer> seats() {
        return Optional.of(get("capacity").strip())
                .filter(written -> written.matches("[1-9]\\d{0,3}"))
                .map(Integer::valueOf)
                .filter(seats -> seats <= Organizing.MOST_SEATS);
    }

    /** Whether it was confirmed by somebody who saw just these words, and wrote nothing else since. */
    boolean isSure(String told) {
        return !get("sure").isEmpty() && get("seen").equals(mark(told));
    }

    static String mark(String told) {
        return Integer.toHexString(told.hashCode());
    }

    boolean isAtOnce() {
        return !get("sure").equals("morning");
    }
}
