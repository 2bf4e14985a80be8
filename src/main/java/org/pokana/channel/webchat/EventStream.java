package org.pokana.channel.webchat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.pokana.channel.webchat.Entry.Kind;
import org.pokana.kernel.Address;
import org.pokana.messaging.Awaits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open page, told whatever it has not seen yet. */
final class EventStream {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    private static final int BATCH = 100;

    /** How long a page waits before it comes back. */
    private static final long RETRY_MILLIS = 2_000;

    private final String session;
    private final WebChatSessions sessions;
    private final WebChatLog log;
    private final Awaits awaits;
    private final SseEmitter emitter;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile long seen;
    private boolean checked;
    private boolean askedForFiles;

    EventStream(
            String session, long seen, WebChatSessions sessions, WebChatLog log, Awaits awaits, SseEmitter emitter) {
        this.session = session;
        this.seen = seen;
        this.sessions = sessions;
        this.log = log;
        this.awaits = awaits;
        this.emitter = emitter;
    }

    String session() {
        return session;
    }

    SseEmitter emitter() {
        return emitter;
    }

    /** The key of the entry that would be next. */
    String next() {
        return Entry.id(session, seen + 1);
    }

    /** Sends everything new. Called while it runs, it makes that run look once more instead of running twice. */
    void catchUp() {
        if (calls.getAndIncrement() > 0) {
            return;
        }
        int answered;
        do {
            answered = calls.get();
            sendNew();
        } while (calls.addAndGet(-answered) > 0);
    }

    private void sendNew() {
        try {
            startOverIfElsewhere();
            long before = seen;
            List<Entry> entries;
            do {
                entries = log.after(session, seen, BATCH);
                for (Entry entry : entries) {
                    send(entry);
                    seen = entry.number();
                }
            } while (entries.size() == BATCH);
            sendWhatIsAsked();
            if (seen == before) {
                endIfErased();
            }
        } catch (IOException | IllegalStateException gone) {
            emitter.complete(); // the page comes back by itself and says what it saw last
        } catch (DataAccessException away) {
            LOG.debug("The store is away; the next look tries again.");
        }
    }

    /** A page that saw more than there is saw another session, or the store before it was set back. */
    private void startOverIfElsewhere() throws IOException {
        if (checked) {
            return;
        }
        if (seen > log.last(session) && sessions.knows(session)) { // one that was erased has its own ending
            emitter.send(SseEmitter.event().id("0").name("reset").data("{}", MediaType.APPLICATION_JSON));
            seen = 0;
        }
        checked = true;
    }

    private void endIfErased() throws IOException {
        if (!sessions.knows(session)) {
            emitter.send(SseEmitter.event().name("erased").data("{}", MediaType.APPLICATION_JSON));
            emitter.complete();
        }
    }

    private void send(Entry entry) throws IOException {
        var event = SseEmitter.event().id(String.valueOf(entry.number()));
        if (entry.kind() == Kind.CHANGED) {
            var changed =
                    entry.of() == null ? null : log.find(session, entry.of()).orElse(null);
            if (changed != null && changed.kind() == Kind.GONE) {
                emitter.send(event.name("removed").data(new Removed(changed.number()), MediaType.APPLICATION_JSON));
            } else if (changed != null) {
                emitter.send(event.name("changed").data(Shown.of(changed), MediaType.APPLICATION_JSON));
            }
        } else if (entry.kind() != Kind.GONE) {
            emitter.send(event.name("said").data(Shown.of(entry), MediaType.APPLICATION_JSON));
        }
    }

    record Removed(long number) {}

    /** @param files whether the open question takes any */
    record Asks(boolean files) {}

    /** Tells whether files may be attached now, when that changed; a page that connects takes it for no. */
    private void sendWhatIsAsked() throws IOException {
        boolean files = awaits.files(new Address(WebChatChannel.NAME, session));
        if (files != askedForFiles) {
            askedForFiles = files;
            emitter.send(SseEmitter.event().name("asks").data(new Asks(files), MediaType.APPLICATION_JSON));
        }
    }

    /** A sign of life: for whatever stands in between, and for the page, which comes back when it is missing. */
    void beat() {
        try {
            emitter.send(SseEmitter.event()
                    .comment("here")
                    .reconnectTime(RETRY_MILLIS)
                    .name("beat")
                    .data("{}", MediaType.APPLICATION_JSON));
        } catch (IOException | IllegalStateException gone) {
            emitter.complete();
        }
    }

    /** Asks the page not to come back before somebody looks at it. */
    void sendAway() {
        try {
            emitter.send(SseEmitter.event().name("away").data("{}", MediaType.APPLICATION_JSON));
        } catch (IOException | IllegalStateException gone) {
            // it is gone already
        }
        emitter.complete();
    }
}
