package org.pokana.paper;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.pokana.forum.AgendaItem;
import org.pokana.forum.Forum;
import org.pokana.messaging.Words;

/**
 * A forum as it stands on paper.
 *
 * @param when the day with its weekday, and from when to when
 * @param day the same without the hours
 */
record Setting(String title, String when, String day, String place, List<Item> agenda) {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    /** A part of the agenda. */
    record Item(String hours, String title) {}

    static Setting of(Forum forum, Words words, Locale language) {
        var day = words.say(verbatim(forum.startsAt().toLocalDate()), language);
        var hours = HOUR.format(forum.startsAt()) + "–" + HOUR.format(forum.endsAt());
        return new Setting(
                forum.title().in(language),
                words.say(phrase("paper.when", forum.startsAt().toLocalDate(), hours), language),
                day,
                place(forum, language),
                forum.agenda().stream().map(item -> item(item, language)).toList());
    }

    private static String place(Forum forum, Locale language) {
        var venue = forum.venue();
        var town = forum.city().in(language);
        var address = venue.address() == null ? "" : ", " + venue.address().in(language);
        return venue.name().in(language) + ", " + town + address;
    }

    private static Item item(AgendaItem item, Locale language) {
        return new Item(
                HOUR.format(item.starts()) + "–" + HOUR.format(item.ends()),
                item.title().in(language));
    }
}
