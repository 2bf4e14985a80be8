package org.pokana.forum;

import static org.pokana.kernel.Phrase.moment;
import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pokana.kernel.Attachment;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;

/** How the facts of a forum are said, the same wherever they are. */
public final class Facts {

    /** So many forums on one screen; the others are on the list of all, and can be named. */
    static final int MOST_OFFERED = 8;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private Facts() {}

    /** Short enough for a button: {@code 25.02 Хасково}. */
    public static Phrase label(Forum forum) {
        return phrase("forum.label", day(forum), forum.city());
    }

    /** {@code 25.02}. */
    static String day(Forum forum) {
        return DAY.format(forum.startsAt());
    }

    /** {@code 09:00–09:30}. */
    static String hours(AgendaItem item) {
        return HOUR.format(item.starts()) + "–" + HOUR.format(item.ends());
    }

    /** {@code 09:30}. */
    static String hour(ZonedDateTime moment) {
        return HOUR.format(moment);
    }

    /** {@code 25.02 09:30}. */
    static String dayAndHour(ZonedDateTime moment) {
        return DAY.format(moment) + " " + HOUR.format(moment);
    }

    /** What goes on at the forum and what comes next, on lines of their own; nothing if that is not known. */
    static Phrase nowAndNext(Forum forum, Instant moment) {
        var now = moment.atZone(forum.zone());
        if (!now.toLocalDate().equals(forum.startsAt().toLocalDate())) {
            return verbatim("");
        }
        var hour = now.toLocalTime();
        var current = forum.agenda().stream()
                .filter(item -> !hour.isBefore(item.starts()) && hour.isBefore(item.ends()))
                .map(item -> phrase("forum.agenda-now", hours(item), item.title()));
        var next = forum.agenda().stream()
                .filter(item -> hour.isBefore(item.starts()))
                .limit(1)
                .map(item -> phrase("forum.agenda-next", hours(item), item.title()));
        return Stream.concat(current, next)
                .reduce((above, below) -> phrase("forum.lines", above, below))
                .map(lines -> phrase("forum.apart", lines))
                .orElse(verbatim(""));
    }

    /** The day with its weekday, from when to when, and in whose time. */
    public static Phrase when(Forum forum) {
        return moment(forum.starts(), when(forum.startsAt(), forum.endsAt()));
    }

    static Phrase when(ZonedDateTime starts, ZonedDateTime ends) {
        return phrase("forum.date", starts.toLocalDate(), HOUR.format(starts) + "–" + HOUR.format(ends));
    }

    /** When people were told that it would be. */
    static Phrase whenTold(Forum forum) {
        return when(
                forum.told().starts().atZone(forum.zone()), forum.told().ends().atZone(forum.zone()));
    }

    public static Phrase place(Forum forum) {
        return place(forum, forum.venue());
    }

    static Phrase place(Forum forum, Venue venue) {
        return venue.address() == null
                ? phrase("forum.place", venue.name(), forum.city())
                : phrase("forum.place-with-address", venue.name(), forum.city(), venue.address());
    }

    /** {@code 3}, or {@code 50+} far back in the line. */
    static String position(int inLine) {
        return inLine > Seating.MOST_COUNTED ? Seating.MOST_COUNTED + "+" : String.valueOf(inLine);
    }

    static Phrase seats(Forum forum) {
        return phrase("forum.seats", forum.freeSeats(), forum.capacity());
    }

    static Phrase languages(Forum forum) {
        return forum.languages().stream()
                .map(language -> phrase("forum.language." + language))
                .reduce((some, another) -> phrase("forum.and", some, another))
                .orElseGet(() -> phrase("forum.language.bg"));
    }

    public static Phrase lines(Stream<Phrase> lines) {
        return lines.reduce((above, below) -> phrase("forum.lines", above, below))
                .orElseThrow();
    }

    /** One line per forum. */
    static Phrase items(List<Forum> forums) {
        return lines(forums.stream().map(forum -> phrase("forums.item", day(forum), forum.city(), forum.title())));
    }

    /** One button per forum, the next ones first. */
    static List<Choice> buttons(List<Forum> forums) {
        return forums.stream()
                .limit(MOST_OFFERED)
                .map(forum -> Choice.to(label(forum), "forum", forum.id()))
                .toList();
    }

    public static Choice all() {
        return Choice.to(phrase("forum.back"), "forums").as(Tone.AWAY);
    }

    public static Choice menu() {
        return Choice.to("menu").as(Tone.AWAY);
    }

    public static Choice giveUp(Forum forum) {
        return Choice.to("unregister", forum.id()).as(Tone.DANGER);
    }

    /** The seat goes on at once, and can be taken back while one is free; a place in line is asked about first. */
    public static Choice cannotCome(Phrase label, Forum forum, Registration own) {
        return Unregister.atOnce(label, forum, own);
    }

    /** What is given up, be it a seat, one that is kept, or a place in line. */
    static Choice leave(Forum forum, Registration own) {
        if (own.isOffered()) {
            return pass(forum);
        }
        return own.isConfirmed() ? giveUp(forum) : leaveLine(forum);
    }

    static Choice delegate(Forum forum) {
        return Choice.to("delegate", forum.id());
    }

    static Choice letter(Forum forum) {
        return Choice.to("letter", forum.id());
    }

    static Choice doorPass(Forum forum) {
        return Choice.to("pass", forum.id());
    }

    /** For somebody at the door without a seat, once the forum has begun. */
    static Choice askAtDoor(Forum forum) {
        return Choice.to(phrase("door.ask"), "register", forum.id(), Register.AT_THE_DOOR);
    }

    public static Choice leaveLine(Forum forum) {
        return Choice.to(phrase("forum.leave-line"), "unregister", forum.id()).as(Tone.DANGER);
    }

    /** For somebody for whom a seat is kept. */
    static Choice accept(Forum forum) {
        return Choice.to("accept", forum.id()).as(Tone.GOOD);
    }

    static Choice pass(Forum forum) {
        return Choice.to(phrase("forum.pass"), "unregister", forum.id()).as(Tone.DANGER);
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

    /** {@code harmanli-2027-04-15.ics}: where it is and when it is now. */
    private static String fileName(Forum forum) {
        return forum.municipality() + "-" + forum.startsAt().toLocalDate() + ".ics";
    }

    static Line calendar(Forum forum, Locale language) {
        return Line.of(phrase("forum.calendar", forum.title()))
                .carrying(new Attachment.File(
                        fileName(forum), "text/calendar; charset=utf-8", CalendarFile.of(forum, language)));
    }
}
