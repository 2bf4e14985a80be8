package org.pokana.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import org.pokana.forum.CalendarFile;
import org.pokana.forum.Forums;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Words;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Forums for people's calendars: all of the season to subscribe to, and each by itself. */
@Controller
class CalendarController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final Duration LOOKED_BACK = Duration.ofDays(366);

    /** A change has to be in calendars the same day; people are told of it in the chat anyway. */
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofHours(1);

    private final Forums forums;
    private final Words words;
    private final Clock clock;

    CalendarController(Forums forums, Words words, Clock clock) {
        this.forums = forums;
        this.words = words;
        this.clock = clock;
    }

    /** Cancelled forums too, so that they go from the calendars in which they were. */
    @GetMapping("/calendar.ics")
    ResponseEntity<byte[]> season(Locale language) {
        var since = clock.instant().minus(LOOKED_BACK);
        var shown = forums.all().stream()
                .filter(forum -> forum.ends().isAfter(since))
                .toList();
        var name = words.say(Phrase.phrase("public.calendar-name"), language);
        return answer("pokana.ics", CalendarFile.season(shown, name, ASKED_AGAIN_AFTER, language));
    }

    @GetMapping("/forums/{id}.ics")
    ResponseEntity<byte[]> forum(@PathVariable String id, Locale language) {
        return forums.find(id)
                .map(forum -> answer(forum.id() + ".ics", CalendarFile.of(forum, language)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Whoever has it already is told so. */
    private static ResponseEntity<byte[]> answer(String name, byte[] calendar) {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.maxAge(ASKED_AGAIN_AFTER).cachePublic())
                .eTag(hash(calendar))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.COOKIE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .body(calendar);
    }

    private static String hash(byte[] calendar) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(calendar), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
