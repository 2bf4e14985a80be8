package org.pokana.forum;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.pokana.forum.Forum.Desk;
import org.pokana.forum.Forum.Status;
import org.pokana.forum.Forum.Told;
import org.pokana.kernel.Localized;

/** The forums tests talk about. */
public final class TestForums {

    public static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    private TestForums() {}

    /** Thursday, 25 February 2027, 09:00–16:30 in Haskovo. */
    public static Forum haskovo(int capacity) {
        return forum("haskovo", "Хасково", "Haskovo", LocalDateTime.parse("2027-02-25T09:00"), capacity);
    }

    /** Thursday, 18 March 2027, 09:00–16:30 in Dimitrovgrad. */
    public static Forum dimitrovgrad(int capacity) {
        return forum("dimitrovgrad", "Димитровград", "Dimitrovgrad", LocalDateTime.parse("2027-03-18T09:00"), capacity);
    }

    public static Forum forum(String id, String city, String cityInEnglish, LocalDateTime start, int capacity) {
        var starts = start.atZone(SOFIA).toInstant();
        var ends = starts.plusSeconds(7 * 3600 + 1800);
        var venue = new Venue(Localized.of("Заседателна зала", "Meeting hall"), null, 41.9344, 25.5554);
        var agenda = List.of(
                new AgendaItem(
                        LocalTime.parse("09:00"),
                        LocalTime.parse("09:30"),
                        "check-in",
                        Localized.of("Регистрация и кафе", "Check-in and coffee")),
                new AgendaItem(
                        LocalTime.parse("15:45"),
                        LocalTime.parse("16:30"),
                        "closing",
                        Localized.of("Следващи стъпки", "Next steps")));
        return new Forum(
                id,
                Localized.of("Форум " + city, "Forum " + cityInEnglish),
                Localized.of("Кой какво прави.", "Who does what."),
                Localized.of(city, cityInEnglish),
                id,
                venue,
                starts,
                ends,
                SOFIA,
                capacity,
                List.of(),
                Desk.NEW,
                1,
                Instant.parse("2026-11-01T08:00:00Z"),
                new Told(1, starts, ends, venue, agenda),
                Status.OPEN,
                List.of("ngo", "institution"),
                List.of("bg"),
                agenda,
                List.of(),
                null);
    }
}
