package org.pokana.forum;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.pokana.kernel.Attachment;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;

/** How the facts of a forum are said, the same wherever they are. */
final class Facts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private Facts() {}

    /** Short enough for a button: {@code 25.02 Хасково}. */
    static Phrase label(Forum forum) {
        return phrase("forum.label", DAY.format(forum.startsAt()), forum.city());
    }

    /** {@code 09:00–16:30}. */
    static String hours(Forum forum) {
        return HOUR.format(forum.startsAt()) + "–" + HOUR.format(forum.endsAt());
    }

    static Phrase place(Forum forum) {
        return place(forum, forum.venue());
    }

    static Phrase place(Forum forum, Venue venue) {
        return venue.address() == null
                ? phrase("forum.place", venue.name(), forum.city())
                : phrase("forum.place-with-address", venue.name(), forum.city(), venue.address());
    }

    static Line map(Forum forum) {
        var venue = forum.venue();
        var address = venue.address() == null ? forum.city() : venue.address();
        if (venue.latitude() == null || venue.longitude() == null) {
            throw new IllegalArgumentException("the venue of " + forum.id() + " is not on the map");
        }
        return Line.of(place(forum))
                .carrying(new Attachment.Place(
                        verbatim(venue.name()), verbatim(address), venue.latitude(), venue.longitude()));
    }

    static Line calendar(Forum forum, Locale language) {
        return Line.of(phrase("forum.calendar", forum.title()))
                .carrying(new Attachment.File(
                        forum.id() + ".ics", "text/calendar; charset=utf-8", CalendarFile.of(forum, language)));
    }
}
