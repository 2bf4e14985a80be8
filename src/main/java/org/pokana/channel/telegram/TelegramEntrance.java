package org.pokana.channel.telegram;

import java.util.Optional;
import org.pokana.messaging.Entrance;

/** Telegram's own links to a bot, which begin a chat with it by one tap. */
final class TelegramEntrance implements Entrance {

    private final Me me;

    TelegramEntrance(Me me) {
        this.me = me;
    }

    @Override
    public String channel() {
        return TelegramChannel.NAME;
    }

    @Override
    public Optional<String> link(String start) {
        return me.name().map(name -> "https://t.me/" + name + "?start=" + start);
    }
}
