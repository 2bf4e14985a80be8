package org.pokana.console;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.forum.Description;
import org.pokana.forum.Descriptions;
import org.pokana.forum.Forum;
import org.pokana.forum.Organizing;
import org.pokana.forum.Revising;
import org.pokana.forum.Revising.Written;

/** What is written in the form of a forum, by the names of its fields. */
public record ForumForm(Map<String, String> fields) {

    private static final List<String> LANGUAGES = List.of("bg", "en");

    /** What the form begins with. */
    static ForumForm of(Forum forum, Locale language) {
        var fields = new HashMap<String, String>();
        var venue = forum.venue();
        for (String tag : LANGUAGES) {
            fields.put("title-" + tag, forum.title().words().getOrDefault(tag, ""));
            fields.put("summary-" + tag, forum.summary().words().getOrDefault(tag, ""));
            fields.put("place-" + tag, venue.name().words().getOrDefault(tag, ""));
            var address = venue.address();
            fields.put("address-" + tag, address == null ? "" : address.words().getOrDefault(tag, ""));
        }
        forum.languages().forEach(spoken -> fields.put("language-" + spoken, "on"));
        forum.groups().forEach(group -> fields.put("group-" + group, "on"));
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

    /** Whether all of it stands there already, as when it is sent twice. */
    boolean isSaidBy(ForumForm now) {
        var names = new HashSet<>(now.fields().keySet());
        fields.keySet().stream().filter(ForumForm::isTick).forEach(names::add);
        names.remove("version");
        return names.stream().allMatch(name -> EntryForm.said(fields, name).equals(EntryForm.said(now.fields(), name)));
    }

    private static boolean isTick(String field) {
        return field.startsWith("group-") || field.startsWith("language-");
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

    /** Empty when something of it is missing or too long. */
    Optional<Description> description() {
        var summary = Descriptions.summary(fields);
        var languages = Descriptions.languages(fields);
        var groups = Descriptions.groups(fields);
        return Descriptions.title(fields)
                .flatMap(title -> summary.flatMap(about -> languages.flatMap(
                        spoken -> groups.map(invited -> new Description(title, about, spoken, invited)))));
    }

    /** The end of its phrase {@code console.fault-…}; null when all of it can be read. */
    @Nullable
    String fault() {
        if (Descriptions.title(fields).isEmpty()) {
            return "TITLE";
        }
        if (Descriptions.summary(fields).isEmpty()) {
            return "SUMMARY";
        }
        if (seats().isEmpty()) {
            return "SEATS";
        }
        if (Descriptions.languages(fields).isEmpty()) {
            return "LANGUAGES";
        }
        return Descriptions.groups(fields).isEmpty() ? "GROUPS" : null;
    }

    Optional<Integer> seats() {
        return Organizing.seats(get("capacity"));
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
