package org.pokana.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.pokana.forum.Forum;
import org.pokana.forum.Season.Numbers;

/**
 * How one forum goes, in the reader's language.
 *
 * @param state {@code open}, {@code closed}, {@code cancelled}, {@code now} or {@code over}
 * @param taken seats that somebody has or for whom one is kept
 */
public record ForumGlance(
        String id,
        String title,
        String city,
        String venue,
        ZonedDateTime starts,
        ZonedDateTime ends,
        String state,
        int capacity,
        int taken,
        Numbers numbers,
        Curve curve) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM");

    static ForumGlance of(Forum forum, Numbers numbers, Instant now, Locale language) {
        return new ForumGlance(
                forum.id(),
                forum.title().in(language),
                forum.city().in(language),
                forum.venue().name().in(language),
                forum.startsAt(),
                forum.endsAt(),
                state(forum, now),
                forum.capacity(),
                forum.seats().size(),
                numbers,
                Curve.of(numbers.days(), LocalDate.ofInstant(now, forum.zone()), forum.capacity()));
    }

    private static String state(Forum forum, Instant now) {
        if (forum.isCancelled()) {
            return "cancelled";
        }
        if (forum.hasStarted(now)) {
            return forum.isOver(now) ? "over" : "now";
        }
        return forum.status() == Forum.Status.OPEN ? "open" : "closed";
    }

    /** Short: {@code Хасково, 25.02}. */
    public String label() {
        return city + ", " + DAY.format(starts);
    }

    /** Changes whenever a page should show something else than other numbers. */
    public String mark() {
        return state + "-" + capacity + (numbers.here() > 0 ? "-here" : "")
                + (curve.line().isEmpty() ? "" : "-curve");
    }

    public boolean isToCome() {
        return state.equals("open") || state.equals("closed") || state.equals("now");
    }
}
