package org.pokana.console;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.pokana.desk.DeskSessions;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Lookout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.SimpleAsyncTaskExecutorBuilder;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * All open pages of the desk on this instance. Every second it looks at what they follow, each thing once however many
 * follow it, so it does not matter on which instance something happened; and none stays open to whoever is out.
 */
@Component
class LiveStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);

    /** Browsers open six connections to a site, and the chat of the same person may be open beside the desk. */
    static final int EACH = 4;

    private static final int ALTOGETHER = 1_000;
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final long LOOK_SECONDS = 1;
    private static final int LOOKS_PER_BEAT = 15;

    /** So many times as long as a look took, such as at an announcement to ten thousand people, is none after it. */
    private static final int RESTS = 9;

    private final LiveViews views;
    private final DeskSessions sessions;
    private final AsyncTaskExecutor workers;
    private final Map<ContactId, Deque<LiveStream>> open = new ConcurrentHashMap<>();
    private final Map<String, Long> rests = new HashMap<>(); // only of the one thread that looks
    private final Lookout lookout = new Lookout("live-look", LOOK_SECONDS, this::look);
    private int looks;

    LiveStreams(LiveViews views, DeskSessions sessions, SimpleAsyncTaskExecutorBuilder workers) {
        this.views = views;
        this.sessions = sessions;
        this.workers = workers.threadNamePrefix("live-").build();
    }

    /** Empty when there are too many already, or none any more. */
    Optional<SseEmitter> open(Organizer organizer, Set<String> subjects, PageWords words) {
        if (!isRunning() || count() >= ALTOGETHER) {
            return Optional.empty();
        }
        var stream = new LiveStream(organizer, subjects, words, new SseEmitter(LONGEST.toMillis()));
        stream.emitter().onCompletion(() -> close(stream));
        stream.emitter().onTimeout(stream.emitter()::complete);
        stream.emitter().onError(error -> close(stream));
        add(stream);
        stream.beat(); // sends the headers, so the page knows it is connected
        return Optional.of(stream.emitter());
    }

    private void add(LiveStream stream) {
        open.compute(stream.organizer().id(), (id, others) -> {
            Deque<LiveStream> streams = others == null ? new ArrayDeque<>() : new ArrayDeque<>(others);
            if (streams.size() >= EACH) {
                var oldest = streams.removeFirst();
                workers.execute(() -> oldest.end("away"));
            }
            streams.addLast(stream);
            return streams;
        });
    }

    private void close(LiveStream stream) {
        open.computeIfPresent(stream.organizer().id(), (id, others) -> {
            Deque<LiveStream> streams = new ArrayDeque<>(others);
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
    }

    int count() {
        return open.values().stream().mapToInt(Collection::size).sum();
    }

    private List<LiveStream> all() {
        return open.values().stream().flatMap(Collection::stream).toList();
    }

    private void look() {
        try {
            looks = (looks + 1) % LOOKS_PER_BEAT;
            if (looks == 0) {
                all().forEach(stream -> workers.execute(stream::beat));
            }
            endThoseOfWhoIsOut();
            var followed =
                    all().stream().flatMap(stream -> stream.subjects().stream()).collect(Collectors.toSet());
            rests.keySet().retainAll(followed);
            followed.forEach(this::look);
        } catch (RuntimeException e) {
            LOG.warn("Could not look who follows the desk: {}", e.getClass().getSimpleName());
        }
    }

    /** Before anything is told, so that nobody learns more than they may at this moment. */
    private void endThoseOfWhoIsOut() {
        var still = new HashMap<String, Optional<Organizer>>();
        for (LiveStream stream : all()) {
            var someone =
                    still.computeIfAbsent(stream.organizer().session(), session -> sessions.still(stream.organizer()));
            if (someone.isEmpty()) {
                close(stream);
                workers.execute(() -> stream.end("out"));
            } else if (!mayFollow(someone.get(), stream.subjects())) {
                close(stream);
                workers.execute(stream.emitter()::complete); // it comes back and follows what it still may
            }
        }
    }

    static boolean mayFollow(Organizer organizer, Set<String> subjects) {
        return subjects.stream()
                .allMatch(subject ->
                        LiveViews.whose(subject).filter(organizer::may).isPresent());
    }

    /** What takes long is looked at less often; the trouble of one must not keep the others from being told. */
    private void look(String subject) {
        long begun = System.nanoTime();
        if (begun - rests.getOrDefault(subject, begun) < 0) {
            return;
        }
        try {
            views.look(subject).ifPresent(view -> all().stream()
                    .filter(stream -> stream.learns(subject, view))
                    .forEach(stream -> workers.execute(stream::tell)));
        } catch (RuntimeException e) {
            LOG.warn("Could not look at what the desk follows: {}", e.getClass().getSimpleName());
        }
        long end = System.nanoTime();
        rests.put(subject, end + RESTS * (end - begun));
    }

    @Override
    public void start() {
        lookout.open();
    }

    /** Lets the pages go before the web server waits for its last requests, which these would never end. */
    @Override
    public void stop() {
        lookout.close();
        all().forEach(stream -> stream.emitter().complete());
    }

    @Override
    public boolean isRunning() {
        return lookout.isOpen();
    }
}
