package org.pokana.announcement;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pokana.forum.Forum;

/**
 * When an announcement leaves: at a moment, or so many days from the day of a forum, wherever that day may move.
 *
 * @param at the moment, if it does not follow a forum
 * @param days from the day of the forum; -1 is the day before
 * @param hour of the forum's wall clock
 */
public record Timing(@Nullable Instant at, @Nullable String forum, int days, int hour) {

    private static final Pattern WRITTEN = Pattern.compile("(-?\\d{1,2})d(\\d{1,2})@(.+)");

    static Timing at(Instant moment) {
        return new Timing(moment, null, 0, 0);
    }

    static Timing following(String forum, int days, int hour) {
        return new Timing(null, forum, days, hour);
    }

    /** {@code -1d10@haskovo-2027-02}: the day before that forum at ten. */
    static Optional<Timing> parse(String text) {
        var written = WRITTEN.matcher(text);
        return written.matches()
                ? Optional.of(following(
                        written.group(3), Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2))))
                : Optional.empty();
    }

    String text() {
        return days + "d" + hour + "@" + forum;
    }

    /** The moment, as the forum stands now. */
    Instant dueAt(Forum followed) {
        return followed.startsAt()
                .toLocalDate()
                .plusDays(days)
                .atTime(hour, 0)
                .atZone(followed.zone())
                .toInstant();
    }
}
