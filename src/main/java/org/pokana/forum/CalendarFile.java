package org.pokana.forum;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Geo;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.pokana.kernel.Localized;

/**
 * A forum as a calendar entry. Its UID never changes and its SEQUENCE rises with the forum's version, so a newer file
 * corrects the entry in people's calendars instead of adding a second one.
 */
public final class CalendarFile {

    private CalendarFile() {}

    public static byte[] of(Forum forum, Locale language) {
        var calendar = calendar(language);
        calendar.setMethod(forum.isCancelled() ? Method.cancel() : Method.publish());
        calendar.addEvent(event(forum, language));
        return written(calendar);
    }

    /** Many at once, to be subscribed to: calendars ask again by themselves, and find in it what changed. */
    public static byte[] season(List<Forum> forums, String name, Duration askedAgainAfter, Locale language) {
        var calendar = calendar(language);
        calendar.setName(name);
        calendar.setExperimentalProperty("X-WR-CALNAME", name);
        calendar.setRefreshInterval(refresh(askedAgainAfter));
        calendar.setExperimentalProperty("X-PUBLISHED-TTL", askedAgainAfter.toString());
        forums.forEach(forum -> calendar.addEvent(event(forum, language)));
        return written(calendar);
    }

    private static biweekly.util.Duration refresh(Duration duration) {
        return biweekly.util.Duration.builder()
                .hours(Math.toIntExact(duration.toHours()))
                .build();
    }

    private static ICalendar calendar(Locale language) {
        var calendar = new ICalendar();
        calendar.setProductId("-//Pokana//" + language.getLanguage().toUpperCase(Locale.ROOT));
        return calendar;
    }

    private static byte[] written(ICalendar calendar) {
        return Biweekly.write(calendar).go().getBytes(StandardCharsets.UTF_8);
    }

    private static VEvent event(Forum forum, Locale language) {
        var event = new VEvent();
        event.setUid(forum.id() + "@pokana");
        event.setOrganizer(organizer());
        event.setSequence(Math.toIntExact(forum.version()));
        event.setDateTimeStamp(date(forum.changedAt()));
        // Moments in UTC: right in every calendar, whatever it knows of our clock changes.
        event.setDateStart(date(forum.starts()));
        event.setDateEnd(date(forum.ends()));
        event.setSummary(forum.title().in(language));
        event.setDescription(forum.summary().in(language));
        event.setLocation(location(forum, language));
        event.setStatus(forum.isCancelled() ? Status.cancelled() : Status.confirmed());
        var venue = forum.venue();
        if (venue.latitude() != null && venue.longitude() != null) {
            event.setGeo(new Geo(venue.latitude(), venue.longitude()));
        }
        return event;
    }

    /** Whatever is published or cancelled must name one; nobody is to answer it by mail. */
    private static Organizer organizer() {
        var organizer = new Organizer("Pokana", null);
        organizer.setUri("invalid:nomail");
        return organizer;
    }

    private static String location(Forum forum, Locale language) {
        var venue = forum.venue();
        Localized address = venue.address() == null ? forum.city() : venue.address();
        return venue.name().in(language) + ", " + address.in(language);
    }

    private static Date date(Instant moment) {
        return Date.from(moment);
    }
}
