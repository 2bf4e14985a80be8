package org.pokana.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.SettableClock;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.kernel.Address;
import org.pokana.store.TestStore;

class InboxTests {

    private static final Address OLENA = new Address("webchat", "olena");

    private final TestStore store = TestStore.inMemory(Message.class, Received.class, Contact.class);
    private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    private final Contacts contacts = new Contacts(store.mongo(), () -> "id" + System.nanoTime(), clock);
    private final MessagingKit kit = new MessagingKit(store.mongo(), clock, contacts);
    private final List<String> heard = new ArrayList<>();
    private final Inbox inbox = kit.inbox(incoming -> heard.add(incoming.text()));

    @AfterEach
    void close() {
        kit.close();
        store.close();
    }

    @Test
    void hearsAtOnceAndOnceWhatComesTwiceInOneBatch() {
        inbox.receive(List.of(said("1"), said("2"), said("1"), said("3"), said("3")));

        assertThat(heard).containsExactly("1", "2", "3");
    }

    @Test
    void hearsOnceWhatComesAgainLater() {
        inbox.receive(List.of(said("1")));
        inbox.receive(List.of(said("1"), said("2")));
        inbox.receive(List.of(said("2")));

        assertThat(heard).containsExactly("1", "2");
    }

    private Incoming said(String id) {
        return Incoming.said(id, OLENA, id, null, clock.instant());
    }
}
