package org.pokana.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.SettableClock;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.kernel.Address;
import org.pokana.messaging.Insiders;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Menu;
import org.pokana.messaging.Words;
import org.pokana.store.TestStore;

class OrganizerMenusTests {

    private final FakeTelegram fake = FakeTelegram.open();
    private final TestStore store = TestStore.inMemory(Contact.class, OrganizerMenu.class);
    private final Contacts contacts =
            new Contacts(store.mongo(), () -> "id" + System.nanoTime(), SettableClock.at("2027-02-01T08:00:00Z"));
    private final Contact olena = meet("7");
    private final Contact ivan = meet("8");
    private final TelegramConnections connections = new TelegramConnections(Settings.of(fake));

    @AfterEach
    void everyCallWasValid() {
        connections.close();
        fake.close();
        store.close();
        assertThat(fake.violations()).isEmpty();
    }

    private Contact meet(String chat) {
        return contacts.meet(new Address("telegram", chat), Locale.forLanguageTag("bg"));
    }

    private OrganizerMenus menus() {
        var menu = new Menu(
                List.of(new Menu.Entry("menu", phrase("menu.description"))),
                List.of(new Menu.Entry("announce", phrase("announce.description"))));
        var shopfront = new Shopfront(connections.of(Lane.REPLY), Words.read(Optional.empty()), menu);
        return new OrganizerMenus(new Insiders(contacts), shopfront, store.mongo(), "4242");
    }

    @Test
    void showsOrganizersTheirCommandsInEveryLanguage() {
        contacts.grant(ivan.id(), Role.ORGANIZER);
        menus().hangAll();

        assertThat(fake.profile().keySet())
                .containsExactlyInAnyOrder(
                        "setMyCommands chat 8", "setMyCommands chat 8 bg", "setMyCommands chat 8 en");
        assertThat(fake.profile().get("setMyCommands chat 8 en")).contains("\"menu\"", "\"announce\"");
    }

    @Test
    void followsWhoBecomesAnOrganizerAndWhoIsOneNoMore() {
        menus().follow();
        contacts.grant(olena.id(), Role.OWNER);
        await().until(() -> fake.profile().containsKey("setMyCommands chat 7 en"));

        contacts.forget(olena.id());
        await().until(() -> fake.profile().isEmpty());
    }

    @Test
    void takesAwayAtTheNextStartWhatItCouldNotTakeAwayBefore() {
        contacts.grant(olena.id(), Role.ORGANIZER);
        menus().hangAll();
        contacts.forget(olena.id());
        fake.next("deleteMyCommands").refuses(500, "Internal Server Error");
        menus().hangAll();
        assertThat(fake.profile()).isNotEmpty();

        menus().hangAll();
        assertThat(fake.profile()).isEmpty();
    }

    @Test
    void showsDoorkeepersNothingSpecial() {
        contacts.grant(olena.id(), Role.DOOR);
        menus().hangAll();

        assertThat(fake.profile()).isEmpty();
    }
}
