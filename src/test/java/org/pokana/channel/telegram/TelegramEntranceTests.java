package org.pokana.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TelegramEntranceTests {

    @Test
    void isKnownOnceTelegramHasToldWhoWeAre() {
        var me = new Me("4242");
        var entrance = new TelegramEntrance(me);
        assertThat(entrance.link("seat-7k2")).isEmpty();

        me.isCalled("pokana_bot");
        assertThat(entrance.link("seat-7k2")).contains("https://t.me/pokana_bot?start=seat-7k2");
    }
}
