package org.pokana.channel.webchat;

import static org.pokana.kernel.Phrase.phrase;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pokana.channel.webchat.Refusal.Why;
import org.pokana.kernel.Address;
import org.pokana.messaging.Content.Button;
import org.pokana.messaging.Inbox;
import org.pokana.messaging.Incoming;
import org.pokana.messaging.Incoming.Kind;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the page posts and passes it on. */
@Component
class Letters {

    static final int LONGEST_TEXT = 4_096;

    /** The longest text with every character escaped, and some room. */
    private static final int MOST_BYTES = 64 * 1024;

    private static final int LONGEST_LABEL = 100;
    static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{8,64}");
    private static final Pattern START = Pattern.compile("/start(\\s.*)?", Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");

    private final WebChatSessions sessions;
    private final WebChatLog log;
    private final EventStreams streams;
    private final Inbox inbox;
    private final Words words;
    private final JsonMapper json;
    private final Clock clock;

    Letters(
            WebChatSessions sessions,
            WebChatLog log,
            EventStreams streams,
            Inbox inbox,
            Words words,
            JsonMapper json,
            Clock clock) {
        this.sessions = sessions;
        this.log = log;
        this.streams = streams;
        this.inbox = inbox;
        this.words = words;
        this.json = json;
        this.clock = clock;
    }

    Letter read(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new Refusal(Why.TOO_LARGE);
        }
        var letter = parsed(body);
        if (letter.id() == null || !ID.matcher(letter.id()).matches() || isForged(letter.pick())) {
            throw new Refusal(Why.UNREADABLE);
        }
        if (letter.pick() == null && text(letter).isEmpty()) {
            throw new Refusal(Why.EMPTY);
        }
        if (text(letter).length() > LONGEST_TEXT) {
            throw new Refusal(Why.TOO_LONG);
        }
        return letter;
    }

    private Letter parsed(byte[] body) {
        try {
            var letter = json.readValue(body, Letter.class);
            if (letter != null) {
                return letter;
            }
        } catch (JacksonException e) {
            // said below
        }
        throw new Refusal(Why.UNREADABLE);
    }

    private static boolean isForged(@Nullable String pick) {
        return pick != null && (pick.isBlank() || pick.getBytes(StandardCharsets.UTF_8).length > Button.LONGEST_PICK);
    }

    private static String text(Letter letter) {
        return letter.text() == null ? "" : clean(letter.text());
    }

    static String clean(String text) {
        return CONTROL.matcher(text.replace("\r\n", "\n")).replaceAll("").strip();
    }

    /**
     * Notes it in the log before the inbox gets it, so that no answer can come before what it answers. If that is as
     * far as we get, the page posts it again.
     */
    void take(String session, Letter letter) {
        var incoming = incoming(session, letter);
        log.said(session, String.valueOf(letter.id()), shown(incoming));
        if (!sessions.knows(session)) { // erased meanwhile: the page asks for a new one and posts it there
            log.erase(session);
            throw new Refusal(Why.NO_SESSION);
        }
        inbox.receive(List.of(incoming));
        streams.wake(session);
    }

    private Incoming incoming(String session, Letter letter) {
        var from = new Address(WebChatChannel.NAME, session);
        var id = from + ":" + letter.id();
        var language = letter.language() == null ? null : Locale.forLanguageTag(letter.language());
        if (letter.pick() == null) {
            return Incoming.said(id, from, text(letter), language, clock.instant());
        }
        var label = label(session, letter, letter.pick());
        return new Incoming(id, from, Kind.PRESSED, label, letter.pick(), null, language, clock.instant());
    }

    /** What stood on the button; only for one that is under no message of ours we take the page's word for it. */
    private String label(String session, Letter letter, String pick) {
        if (letter.on() != null) {
            var entry = log.find(session, letter.on());
            var button = entry.stream()
                    .flatMap(found -> found.buttons().stream())
                    .filter(candidate -> candidate.pick().equals(pick))
                    .findFirst();
            if (button.isPresent()) {
                return button.get().label();
            }
        }
        var label = letter.label() == null ? "" : clean(letter.label());
        return label.isEmpty() ? pick : label.substring(0, Math.min(label.length(), LONGEST_LABEL));
    }

    /** An invitation's code is for us, not for people to read. */
    private String shown(Incoming incoming) {
        return START.matcher(incoming.text()).matches()
                ? words.say(phrase("webchat.started"), words.spoken(incoming.language()))
                : incoming.text();
    }
}
