package org.pokana.channel.webchat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pokana.channel.webchat.Refusal.Why;
import org.pokana.kernel.Lookout;
import org.pokana.messaging.Awaits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.SimpleAsyncTaskExecutorBuilder;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The pages that are open right now. What this instance writes they are told at once; what another instance wrote, at
 * the next look.
 */
@Component
class EventStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);

    /** Browsers open six connections to a site; with more tabs than this the page itself would no longer load. */
    private static final int PER_SESSION = 4;

    private static final int ALTOGETHER = 5_000;
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final long LOOK_SECONDS = 1;
    private static final int LOOKS_PER_BEAT = 15;

    private final WebChatSessions sessions;
    private final WebChatLog log;
    private final Awaits awaits;
    private final AsyncTaskExecutor workers;
    private final Map<String, Deque<EventStream>> open = new ConcurrentHashMap<>();
    private final Lookout lookout = new Lookout("webchat-look", LOOK_SECONDS, this::look);
    private int looks;

    EventStreams(WebChatSessions sessions, WebChatLog log, Awaits awaits, SimpleAsyncTaskExecutorBuilder workers) {
        this.awaits = awaits;
        this.sessions = sessions;
        this.log = log;
        this.workers = workers.threadNamePrefix("webchat-").build();
    }

    /** Opens a stream of everything after a number. */
    SseEmitter open(String session, long seen) {
        if (!isRunning() || count() >= ALTOGETHER) {
            throw new Refusal(Why.AWAY, Duration.ofSeconds(5));
        }
        var stream = new EventStream(session, seen, sessions, log, awaits, new SseEmitter(LONGEST.toMillis()));
        stream.emitter().onCompletion(() -> close(stream));
        stream.emitter().onTimeout(stream.emitter()::complete);
        stream.emitter().onError(error -> close(stream));
        add(stream);
        stream.beat(); // sends the headers, so the page knows it is connected
        workers.execute(stream::catchUp);
        return stream.emitter();
    }

    private void add(EventStream stream) {
        open.compute(stream.session(), (session, others) -> {
            Deque<EventStream> streams = others == null ? new ArrayDeque<>() : new ArrayDeque<>(others);
            if (streams.size() >= PER_SESSION) {
                workers.execute(streams.removeFirst()::sendAway);
            }
            streams.addLast(stream);
            return streams;
        });
    }

    private void close(EventStream stream) {
        open.computeIfPresent(stream.session(), (session, others) -> {
            Deque<EventStream> streams = new ArrayDeque<>(others);
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
    }

    int count() {
        return open.values().stream().mapToInt(Collection::size).sum();
    }

    /** Something was written for the session. */
    void wake(String session) {
        open.getOrDefault(session, new ArrayDeque<>()).forEach(stream -> workers.execute(stream::catchUp));
    }

    private void look() {
        try {
            looks = (looks + 1) % LOOKS_PER_BEAT;
            if (looks == 0) {
                // also a full catch-up: where everything faded or was erased, the next number never comes
                all().forEach(stream -> workers.execute(() -> {
                    stream.beat();
                    stream.catchUp();
                }));
                return;
            }
            lookForNew();
        } catch (RuntimeException e) {
            LOG.warn(
                    "Could not look for new web chat messages: {}", e.getClass().getSimpleName());
        }
    }

    private void lookForNew() {
        var streams = all();
        if (streams.isEmpty()) {
            return;
        }
        var present = log.present(streams.stream().map(EventStream::next).toList());
        streams.stream()
                .filter(stream -> present.contains(stream.next()))
                .forEach(stream -> workers.execute(stream::catchUp));
    }

    private List<EventStream> all() {
        return open.values().stream().flatMap(Collection::stream).toList();
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
