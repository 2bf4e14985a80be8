package org.pokana.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Menu;
import org.pokana.messaging.Words;

class ShopfrontTests {

    private final FakeTelegram fake = FakeTelegram.open();
    private final TelegramConnections connections = new TelegramConnections(Settings.of(fake));
    private final Menu menu = new Menu(List.of(new Menu.Entry("menu", phrase("menu.description"))), List.of());
    private final Shopfront shopfront = new Shopfront(connections.of(Lane.REPLY), Words.read(Optional.empty()), menu);

    @AfterEach
    void everyCallWasValid() {
        connections.close();
        fake.close();
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void showsDescriptionsAndCommandsInEveryLanguage() {
        shopfront.dress();

        assertThat(fake.profile())
                .containsKeys("setMyDescription", "setMyDescription bg", "setMyDescription en")
                .containsKeys("setMyShortDescription", "setMyShortDescription bg", "setMyShortDescription en")
                .containsKeys(
                        "setMyCommands all_private_chats",
                        "setMyCommands all_private_chats bg",
                        "setMyCommands all_private_chats en");
        assertThat(fake.profile().get("setMyDescription"))
                .isEqualTo(fake.profile().get("setMyDescription bg"));
        assertThat(fake.profile().get("setMyCommands all_private_chats en")).contains("\"menu\"");
    }

    @Test
    void shrugsWhenTelegramWantsNoneOfIt() {
        fake.next("*").times(100).throttles(3600);

        shopfront.dress();

        assertThat(fake.profile()).isEmpty();
    }
}
