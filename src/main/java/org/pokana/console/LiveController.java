package org.pokana.console;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.stream.Collectors;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.messaging.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells a page what changes while it is open. */
@DeskPage
class LiveController {

    /** More than any page shows. */
    private static final int MOST = 40;

    private final LiveStreams streams;
    private final Words words;

    LiveController(LiveStreams streams, Words words) {
        this.streams = streams;
        this.words = words;
    }

    /** @param subjects their names with commas between; what is none or not theirs is left out */
    @GetMapping(path = "/desk/live/{subjects}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> follow(
            @ModelAttribute("me") Organizer me, @PathVariable String subjects, Locale language) {
        var theirs = Arrays.stream(subjects.split(","))
                .filter(subject -> LiveViews.whose(subject).filter(me::may).isPresent())
                .limit(MOST)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (theirs.isEmpty()) {
            return ResponseEntity.noContent().build(); // which tells a browser not to ask again
        }
        return streams.open(me, theirs, new PageWords(words, language))
                .map(stream -> ResponseEntity.ok()
                        .header("X-Accel-Buffering", "no") // a proxy that collects answers would hold ours back
                        .body(stream))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build());
    }
}
