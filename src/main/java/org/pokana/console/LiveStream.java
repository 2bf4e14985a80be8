package org.pokana.console;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.kernel.Phrase;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open page of the desk, told what it follows whenever that has changed. */
final class LiveStream {

    /** How long a page waits before it comes back. */
    private static final long RETRY_MILLIS = 2_000;

    private final Organizer organizer;
    private final Set<String> subjects;
    private final PageWords words;
    private final SseEmitter emitter;
    private final Map<String, Map<String, Object>> known = new HashMap<>();
    private final Map<String, Map<String, Object>> untold = new LinkedHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();

    LiveStream(Organizer organizer, Set<String> subjects, PageWords words, SseEmitter emitter) {
        this.organizer = organizer;
        this.subjects = subjects;
        this.words = words;
        this.emitter = emitter;
    }

    Organizer organizer() {
        return organizer;
    }

    Set<String> subjects() {
        return subjects;
    }

    SseEmitter emitter() {
        return emitter;
    }

    /** Whether that is new to the page. Whoever reads slowly is told the latest, not everything in between. */
    boolean learns(String subject, Map<String, Object> view) {
        if (!subjects.contains(subject)) {
            return false;
        }
        synchronized (known) {
            if (view.equals(known.put(subject, view))) {
                return false;
            }
            untold.put(subject, view);
            return true;
        }
    }

    /** Tells what is new. Called while it runs, it makes that run look once more instead of running twice. */
    void tell() {
        if (calls.getAndIncrement() > 0) {
            return;
        }
        int answered;
        do {
            answered = calls.get();
            news().forEach((subject, view) -> send("news", new News(subject, inWords(view))));
        } while (calls.addAndGet(-answered) > 0);
    }

    private Map<String, Map<String, Object>> news() {
        synchronized (known) {
            var news = new LinkedHashMap<>(untold);
            untold.clear();
            return news;
        }
    }

    /** @param shows what elements show, by their names */
    record News(String subject, Map<String, String> shows) {}

    private Map<String, String> inWords(Map<String, Object> view) {
        var shows = new HashMap<String, String>();
        view.forEach(
                (name, value) -> shows.put(name, value instanceof Phrase said ? words.phrase(said) : value.toString()));
        return shows;
    }

    /** A sign of life: for whatever stands in between, and for the page, which comes back when it is missing. */
    void beat() {
        send("beat", Map.of());
    }

    /** Tells the page to stay away: another one needs the connection more, or its person is out. */
    void end(String why) {
        send(why, Map.of());
        emitter.complete();
    }

    private void send(String name, Object data) {
        try {
            emitter.send(
                    SseEmitter.event().reconnectTime(RETRY_MILLIS).name(name).data(data, MediaType.APPLICATION_JSON));
        } catch (IOException | IllegalStateException gone) {
            emitter.complete(); // the page comes back by itself
        }
    }
}
