package org.pokana.channel.telegram;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A chat that shows an organizer's commands, noted so that they can be taken away again.
 *
 * @param id the bot and the chat
 */
@Document("telegramMenus")
record OrganizerMenu(@Id String id, String bot, String chat) {

    static OrganizerMenu of(String bot, String chat) {
        return new OrganizerMenu(bot + ":" + chat, bot, chat);
    }
}
