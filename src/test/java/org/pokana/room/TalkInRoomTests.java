package org.pokana.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.SettableClock;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.conversation.Aside;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flows;
import org.pokana.conversation.Listener;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Address;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Content.Text;
import org.pokana.messaging.Inbox;
import org.pokana.messaging.Incoming;
import org.pokana.messaging.Incoming.Kind;
import org.pokana.messaging.MessagingKit;
import org.pokana.messaging.Words;
import org.pokana.store.TestStore;

class TalkInRoomTests {

    private static final Address GROUP = new Address("webchat", "-100");
    private static final Address GREW = new Address("webchat", "-100100");
    private static final Address OLENA = new Address("webchat", "olena");
    private static final Address MARIA = new Address("webchat", "maria");

    private final TestStore store = TestStore.inMemory(Contact.class, Room.class, MessagingKit.documents()[0]);
    private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    private final Contacts contacts = new Contacts(store.mongo(), () -> "id" + System.nanoTime(), clock);
    private final MessagingKit kit = new MessagingKit(store.mongo(), clock, contacts);
    private final Words words = Words.read(Optional.empty());
    private final Rooms rooms = new Rooms(store.mongo(), words);
    private final Inbox inbox = kit.inbox(
            incoming -> {
                throw new AssertionError("nobody's own talk is held in a group");
            },
            new TalkInRoom(
                    rooms, contacts, new Aside(new Flows(List.of(new Knowing()), words)), kit.outbox, words, clock));
    private int updates;

    @AfterEach
    void close() {
        kit.close();
        store.close();
    }

    /** Knows one thing. */
    private static final class Knowing implements Listener {
        @Override
        public String name() {
            return "knowing";
        }

        @Override
        public boolean understands(Contact person, String text) {
            return text.contains("форум");
        }

        @Override
        public Ending hold(Talk talk) {
            return talk.end(Line.of(Phrase.verbatim("На 25 февруари."), Choice.to("menu")));
        }
    }

    @Test
    void saysWhoItIsWhenItIsAdded() {
        happens(OLENA, Kind.CAME_BACK, "");

        assertThat(said()).singleElement().asString().contains("чатбот", "споменете името ми", "/link");
    }

    @Test
    void answersEverybodyTheSameAndWithoutButtons() {
        says(OLENA, "Кога е форумът?");

        assertThat(said()).containsExactly("На 25 февруари.");
        assertThat(kit.channel.carried).allSatisfy(carried -> assertThat(((Text) carried.content()).buttons())
                .isEmpty());
    }

    @Test
    void talksAboutPersonalThingsInPrivateOnly() {
        says(OLENA, "/my");
        says(OLENA, "Как се казва котката ви?");

        assertThat(said().get(0)).contains("пишете ми лично");
        assertThat(said().get(1)).contains("не знам отговора");
    }

    @Test
    void isLinkedByOrganizersOnly() {
        organizes(MARIA);
        says(OLENA, "/link");
        assertThat(rooms.all()).isEmpty();
        assertThat(said().get(0)).contains("само организатор");

        says(MARIA, "/link");
        assertThat(rooms.all()).extracting(each -> each.at()).containsExactly(GROUP);

        says(MARIA, "/unlink");
        assertThat(rooms.all()).isEmpty();
    }

    @Test
    void isLinkedNoMoreWhenNothingCanBePostedAnyMore() {
        organizes(MARIA);
        says(MARIA, "/link");
        rooms.lose(GROUP);
        rooms.lose(GROUP);

        assertThat(rooms.all()).isEmpty();
    }

    @Test
    void isLinkedNoMoreWhenItWasRemoved() {
        organizes(MARIA);
        says(MARIA, "/link");
        happens(OLENA, Kind.BLOCKED_US, "");
        assertThat(rooms.all()).isEmpty();

        happens(OLENA, Kind.CAME_BACK, "");
        assertThat(rooms.all()).isEmpty();
    }

    @Test
    void staysLinkedWhereTheGroupMoved() {
        organizes(MARIA);
        says(MARIA, "/link");
        rooms.relocate(GROUP, GREW);
        rooms.relocate(GROUP, GREW);

        assertThat(rooms.all()).extracting(each -> each.at()).containsExactly(GREW);
    }

    @Test
    void saysOnceWhatItHearsTwice() {
        says(OLENA, "Кога е форумът?");
        updates--;
        says(OLENA, "Кога е форумът?");

        assertThat(said()).hasSize(1);
    }

    @Test
    void getsToKnowNobodyInAGroup() {
        says(OLENA, "Кога е форумът?");

        assertThat(contacts.at(OLENA)).isEmpty();
        assertThat(contacts.at(GROUP)).isEmpty();
    }

    private void organizes(Address address) {
        contacts.grant(contacts.meet(address, Locale.forLanguageTag("bg")).id(), Role.ORGANIZER);
    }

    private void says(Address who, String text) {
        happens(who, Kind.SAID, text);
    }

    private void happens(Address who, Kind kind, String text) {
        var incoming = new Incoming(
                "update:" + ++updates, who, kind, text, null, null, Locale.forLanguageTag("bg"), clock.instant());
        inbox.receive(List.of(incoming.in(GROUP)));
    }

    private List<String> said() {
        return kit.channel.texts(GROUP);
    }
}
