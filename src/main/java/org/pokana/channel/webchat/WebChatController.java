package org.pokana.channel.webchat;

import static org.pokana.kernel.Phrase.phrase;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import org.pokana.channel.webchat.Refusal.Why;
import org.pokana.messaging.KeptFiles;
import org.pokana.messaging.Words;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What the page of the web chat asks for. */
@RestController
@RequestMapping("/chat")
class WebChatController {

    private final Door door;
    private final Letters letters;
    private final Parcels parcels;
    private final WebChatLog log;
    private final EventStreams streams;
    private final Words words;

    WebChatController(Door door, Letters letters, Parcels parcels, WebChatLog log, EventStreams streams, Words words) {
        this.parcels = parcels;
        this.door = door;
        this.letters = letters;
        this.log = log;
        this.streams = streams;
        this.words = words;
    }

    /** Asked for when somebody first has something to say, so those who only look around get no cookie. */
    @PostMapping(path = "/session", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void arrive(HttpServletRequest request, HttpServletResponse response) {
        door.fromOurPage(request);
        door.welcome(request, response);
    }

    @PostMapping(path = "/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void say(HttpServletRequest request, HttpServletResponse response) throws IOException {
        door.fromOurPage(request);
        var session = door.sessionNeeded(request);
        var letter = letters.read(request);
        door.letIn(session, request);
        letters.take(session, letter);
        door.keep(session, request, response);
    }

    /** Words are optional beside files. */
    @PostMapping(path = "/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void bring(HttpServletRequest request, HttpServletResponse response) throws IOException {
        door.fromOurPage(request);
        var session = door.sessionNeeded(request);
        door.letIn(session, request);
        parcels.take(session, request);
        door.keep(session, request, response);
    }

    @GetMapping("/history")
    ResponseEntity<History> history(
            HttpServletRequest request, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        var history =
                door.session(request).map(session -> History.of(log, session, before, parcels.areWanted(session)));
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(history.orElse(History.NOTHING));
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> events(
            HttpServletRequest request,
            @RequestParam(defaultValue = "0") long since,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "0") long seen) {
        var session = door.sessionNeeded(request);
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Accel-Buffering", "no") // a proxy that collects answers would hold ours back
                .body(streams.open(session, Math.max(since, seen)));
    }

    @GetMapping("/files/{number}")
    ResponseEntity<byte[]> file(HttpServletRequest request, @PathVariable long number) {
        var entry = log.find(door.sessionNeeded(request), number);
        var file = entry.map(Entry::file).orElse(null);
        if (file == null) {
            return ResponseEntity.notFound().build();
        }
        var name = ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.parseMediaType(file.type()))
                .body(file.bytes());
    }

    /** @param message for the person, in the language their page asked in */
    record Problem(String code, String message) {}

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refusal refusal, HttpServletRequest request) {
        var problem = ResponseEntity.status(refusal.why().status())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_JSON);
        if (refusal.waitSeconds() > 0) {
            problem.header(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.waitSeconds()));
        }
        var code = refusal.why().code();
        var sentence = phrase(
                "webchat.refused-" + code,
                (long) Letters.LONGEST_TEXT,
                Math.max(1, refusal.waitSeconds()),
                (long) Parcels.MOST_FILES,
                KeptFiles.LARGEST / 1024 / 1024);
        return problem.body(new Problem(code, words.say(sentence, language(request))));
    }

    @ExceptionHandler
    ResponseEntity<Problem> storeIsAway(DataAccessException e, HttpServletRequest request) {
        return refused(new Refusal(Why.AWAY), request);
    }

    private Locale language(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return words.spoken(null); // else the server's own language would be reported
        }
        return Collections.list(request.getLocales()).stream()
                .filter(language -> words.offered().contains(language.getLanguage()))
                .findFirst()
                .orElseGet(() -> words.spoken(null));
    }
}
