package org.pokana.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pokana.forum.Forum;
import org.pokana.messaging.Message;

/** One more question, softly, in the afternoon before a forum, to who has not answered that day's reminder. */
record Nudge(String forum, long version) {

    private static final Pattern ID = Pattern.compile("nudge:(?<forum>[^:]+):(?<version>\\d+):.+");

    static final LocalTime HOUR = LocalTime.of(16, 0);

    /** People have had some time to answer when they are asked again. */
    private static final LocalTime LATEST_REMINDER = LocalTime.of(15, 0);

    /** When it is due; empty if nobody is asked on the day before. */
    static Optional<Instant> at(Forum forum, List<ReminderRule> rules) {
        return asking(forum, rules).isEmpty()
                ? Optional.empty()
                : Optional.of(dayBefore(forum).atTime(HOUR).atZone(forum.zone()).toInstant());
    }

    /** The rules that ask people on the day before, early enough. */
    static List<ReminderRule> asking(Forum forum, List<ReminderRule> rules) {
        return rules.stream()
                .filter(rule -> {
                    var due = Rules.dueAt(rule, forum).atZone(forum.zone());
                    return due.toLocalDate().equals(dayBefore(forum))
                            && !due.toLocalTime().isAfter(LATEST_REMINDER);
                })
                .toList();
    }

    static LocalDate dayBefore(Forum forum) {
        return forum.startsAt().toLocalDate().minusDays(1);
    }

    static Optional<Nudge> read(Message message) {
        var id = ID.matcher(message.id());
        return id.matches()
                ? Optional.of(new Nudge(id.group("forum"), Long.parseLong(id.group("version"))))
                : Optional.empty();
    }

    static String id(Forum forum, String contact) {
        return "nudge:" + forum.id() + ":" + forum.version() + ":" + contact;
    }
}
