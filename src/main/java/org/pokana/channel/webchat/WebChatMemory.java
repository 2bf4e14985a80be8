package org.pokana.channel.webchat;

import java.time.Instant;
import java.util.List;
import org.pokana.channel.webchat.Entry.Kind;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Fades;
import org.pokana.messaging.Forgets;
import org.pokana.messaging.Remembers;
import org.springframework.stereotype.Component;

/** What the web chat keeps about people: what was said in their sessions. */
@Component
class WebChatMemory implements Forgets, Remembers, Fades {

    /** What was said, and whether by the person. */
    record Spoken(Instant at, boolean byPerson, String text) {}

    private final WebChatSessions sessions;
    private final WebChatLog log;
    private final EventStreams streams;

    WebChatMemory(WebChatSessions sessions, WebChatLog log, EventStreams streams) {
        this.sessions = sessions;
        this.log = log;
        this.streams = streams;
    }

    @Override
    public void forget(ContactId contact, List<Address> addresses) {
        for (String session : sessions(addresses)) {
            sessions.close(session); // first: nothing can be added to a session that is closed
            log.erase(session);
            streams.wake(session);
        }
    }

    @Override
    public String name() {
        return "web-chat";
    }

    @Override
    public List<?> of(ContactId contact, List<Address> addresses) {
        return sessions(addresses).stream()
                .flatMap(session -> log.after(session, 0, Integer.MAX_VALUE).stream())
                .filter(entry -> entry.kind().isSpoken())
                .map(entry -> new Spoken(entry.at(), entry.kind() == Kind.PERSON, entry.text()))
                .toList();
    }

    @Override
    public long fade(Instant before) {
        return log.fade(before) + sessions.closeOld();
    }

    private static List<String> sessions(List<Address> addresses) {
        return addresses.stream()
                .filter(address -> address.channel().equals(WebChatChannel.NAME))
                .map(Address::id)
                .toList();
    }
}
