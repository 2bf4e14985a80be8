package org.pokana.console;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pokana.forum.Forum;
import org.pokana.forum.Groups;
import org.pokana.forum.Sharing;
import org.pokana.forum.Sharing.Written;
import org.pokana.kernel.Phrase;
import org.pokana.reminder.ForumReminders;

/** Who the seats of a forum are for and when people are reminded of it, by the names of the form's fields. */
public record ForumRulesForm(Map<String, String> fields) {

    private static final String KEPT = "kept-";

    /** What is ticked rather than written. */
    private static final List<String> TICKS = List.of("usual");

    private static final Map<String, String> LABELS = labels();

    /** What the form begins with. */
    static ForumRulesForm of(Forum forum, Sharing sharing, ForumReminders reminders, PageWords words) {
        var now = sharing.now(forum);
        var fields = new HashMap<String, String>();
        now.kept().forEach((group, seats) -> fields.put(KEPT + group, seats));
        fields.put("until-day", now.day());
        fields.put("until-hour", now.hour());
        fields.put("most", now.most());
        fields.put("reminders", lines(reminders.now(forum), words));
        fields.put("usual", reminders.areUsual(forum) ? "true" : "");
        fields.put("seen", mark(forum));
        return new ForumRulesForm(fields);
    }

    /** Two forums with the same mark have the same rules. */
    private static String mark(Forum forum) {
        var shared = forum.allotment() == null ? "" : forum.allotment();
        return Integer.toHexString((shared + " " + forum.reminders()).hashCode());
    }

    public String get(String field) {
        return fields.getOrDefault(field, "");
    }

    boolean isOf(Forum forum) {
        return get("seen").equals(mark(forum));
    }

    private static Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        Groups.KEYS.forEach(group -> labels.put(KEPT + group, "forum.group." + group));
        labels.put("until-day", "console.kept-until-day");
        labels.put("until-hour", "console.announcement-hour");
        labels.put("most", "console.most-of-one");
        labels.put("usual", "console.rules-usual");
        labels.put("reminders", "console.reminders-label");
        return labels;
    }

    /** With the reminders as they will be said, however they were written. */
    ForumRulesForm said(Forum forum, ForumReminders reminders, PageWords words) {
        var said = new HashMap<>(fields);
        reminders.said(forum, reminders()).ifPresent(rules -> said.put("reminders", lines(rules, words)));
        return new ForumRulesForm(said);
    }

    private static String lines(List<Phrase> rules, PageWords words) {
        return rules.stream().map(words::phrase).collect(Collectors.joining("\n"));
    }

    /** What of it is not as it is now. */
    List<TooLate.Left> left(ForumRulesForm now, PageWords words) {
        return TooLate.of(
                LABELS, TooLate.withTicks(fields, TICKS, words), TooLate.withTicks(now.fields(), TICKS, words));
    }

    boolean isUsual() {
        return !get("usual").isEmpty();
    }

    String reminders() {
        return EntryForm.lines(get("reminders"));
    }

    Written shares() {
        var kept = new HashMap<String, String>();
        for (String group : Groups.KEYS) {
            var seats = get(KEPT + group).strip();
            if (!seats.matches("0*")) {
                kept.put(group, seats);
            }
        }
        var most = get("most").strip();
        return new Written(kept, get("until-day").strip(), get("until-hour").strip(), most.matches("0*") ? "" : most);
    }
}
