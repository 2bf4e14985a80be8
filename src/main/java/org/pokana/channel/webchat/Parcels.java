package org.pokana.channel.webchat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.pokana.channel.webchat.Refusal.Why;
import org.pokana.kernel.Address;
import org.pokana.kernel.Attachment.Item;
import org.pokana.messaging.Awaits;
import org.pokana.messaging.Inbox;
import org.pokana.messaging.Incoming;
import org.pokana.messaging.Incoming.Kind;
import org.pokana.messaging.KeptFiles;
import org.pokana.messaging.Showing;
import org.springframework.stereotype.Component;

/** Takes letters that bring files, while somebody waits for files; from others it does not even read them. */
@Component
class Parcels {

    static final int MOST_FILES = 10;

    /** Each may be as large as all of a parcel, and is held in memory while it is looked at. */
    private static final int MOST_AT_ONCE = 2;

    private static final int MOST_WORDS_BYTES = 4 * Letters.LONGEST_TEXT;

    private final WebChatSessions sessions;
    private final WebChatLog log;
    private final EventStreams streams;
    private final KeptFiles files;
    private final Awaits awaits;
    private final Inbox inbox;
    private final Clock clock;
    private final Semaphore hands = new Semaphore(MOST_AT_ONCE);

    Parcels(
            WebChatSessions sessions,
            WebChatLog log,
            EventStreams streams,
            KeptFiles files,
            Awaits awaits,
            Inbox inbox,
            Clock clock) {
        this.sessions = sessions;
        this.log = log;
        this.streams = streams;
        this.files = files;
        this.awaits = awaits;
        this.inbox = inbox;
        this.clock = clock;
    }

    boolean areWanted(String session) {
        return awaits.files(address(session));
    }

    void take(String session, HttpServletRequest request) throws IOException {
        if (!areWanted(session)) {
            throw new Refusal(Why.NOT_ASKED);
        }
        if (!hands.tryAcquire()) {
            throw new Refusal(Why.AWAY, Duration.ofSeconds(3));
        }
        try {
            take(session, opened(request), request);
        } finally {
            hands.release();
        }
    }

    /** The server stops reading as soon as it is too much. */
    private static List<Part> opened(HttpServletRequest request) throws IOException {
        try {
            return request.getParts().stream()
                    .filter(part -> part.getName().equals("files"))
                    .toList();
        } catch (IllegalStateException tooMuch) {
            throw new Refusal(Why.FILES_TOO_LARGE);
        } catch (ServletException noParcel) {
            throw new Refusal(Why.UNREADABLE);
        }
    }

    private void take(String session, List<Part> parts, HttpServletRequest request) throws IOException {
        var id = words(request, "id");
        if (!Letters.ID.matcher(id).matches() || parts.isEmpty()) {
            throw new Refusal(Why.UNREADABLE);
        }
        if (parts.size() > MOST_FILES) {
            throw new Refusal(Why.TOO_MANY_FILES);
        }
        if (parts.stream().mapToLong(Part::getSize).sum() > KeptFiles.LARGEST) {
            throw new Refusal(Why.FILES_TOO_LARGE);
        }
        if (parts.stream().anyMatch(part -> part.getSize() == 0)) {
            throw new Refusal(Why.EMPTY_FILE);
        }
        var text = Letters.clean(words(request, "text"));
        if (text.length() > Letters.LONGEST_TEXT) {
            throw new Refusal(Why.TOO_LONG);
        }
        passOn(session, id, text, parts, language(words(request, "language")));
    }

    /** Posted again because the answer was lost, it brings what it brought the first time. */
    private void passOn(String session, String id, String text, List<Part> parts, @Nullable Locale language)
            throws IOException {
        var known = log.withKey(session, id);
        var entry = known.isPresent() ? known.get() : log.said(session, id, text, kept(session, parts));
        if (!sessions.knows(session)) {
            log.erase(session);
            throw new Refusal(Why.NO_SESSION);
        }
        var media = Objects.requireNonNullElse(entry.media(), List.<Item>of());
        var incoming = new ArrayList<Incoming>();
        for (Item item : media) {
            incoming.add(incoming(session, id, incoming.isEmpty() ? text : "", item, incoming.size(), language));
        }
        inbox.receive(incoming);
        streams.wake(session);
    }

    private List<Item> kept(String session, List<Part> parts) throws IOException {
        var items = new ArrayList<Item>();
        for (Part part : parts) {
            var name = Objects.requireNonNullElse(part.getSubmittedFileName(), "");
            byte[] bytes = part.getInputStream().readAllBytes();
            items.add(files.item(files.keep(address(session), name, bytes)));
        }
        return items;
    }

    private Incoming incoming(
            String session, String id, String text, Item item, int number, @Nullable Locale language) {
        var from = address(session);
        var showing = new Showing(item.kind(), item.file(), item.name(), item.bytes(), id);
        return new Incoming(
                        from + ":" + id + (number == 0 ? "" : "." + number),
                        from,
                        Kind.SHOWED,
                        text,
                        null,
                        null,
                        language,
                        clock.instant())
                .with(showing);
    }

    private static String words(HttpServletRequest request, String field) throws IOException {
        try {
            var part = request.getPart(field);
            return part == null
                    ? ""
                    : new String(part.getInputStream().readNBytes(MOST_WORDS_BYTES + 1), StandardCharsets.UTF_8);
        } catch (ServletException e) {
            throw new Refusal(Why.UNREADABLE);
        }
    }

    private static @Nullable Locale language(String tag) {
        return tag.isEmpty() ? null : Locale.forLanguageTag(tag);
    }

    private static Address address(String session) {
        return new Address(WebChatChannel.NAME, session);
    }
}
