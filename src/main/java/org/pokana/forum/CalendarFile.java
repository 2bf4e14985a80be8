package org.pokana.forum;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Geo;
import biweekly.property.Method;
import biweekly.property.Status;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import org.pokana.kernel.Localized;

/**
 * A forum as a calendar entry. Its UID never changes and its SEQUENCE rises with the forum's version, so a newer file
 * corrects the entry in people's calendars instead of adding a second one.
 */
final class CalendarFile {

    private CalendarFile() {}

    static byte[] of(Forum forum, Locale language) {
        var calendar = new ICalendar();
        calendar.setProductId("-//Pokana//" + language.getLanguage().toUpperCase(Locale.ROOT));
        calendar.setMethod(forum.isCancelled() ? Method.cancel() : Method.publish());
        calendar.addEvent(event(forum, language));
        return Biweekly.write(calendar).go().getBytes(StandardCharsets.UTF_8);
    }

    private static VEvent event(Forum forum, Locale language) {
        var event = new VEvent();
        event.setUid(forum.id() + "@pokana");
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

    private static String location(Forum forum, Locale language) {
        var venue = forum.venue();
        Localized address = venue.address() == null ? forum.city() : venue.address();
        return venue.name().in(language) + ", " + address.in(language);
    }

    private static Date date(Instant moment) {
        return Date.from(moment);
    }
}
