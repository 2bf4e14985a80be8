package org.pokana.channel.telegram;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Set;
import java.util.stream.Collectors;
import org.pokana.kernel.Address;
import org.pokana.messaging.Insiders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * Shows organizers, and nobody else, the commands that only they may use. It is display: what they may do is decided
 * each time they do it.
 */
final class OrganizerMenus {

    private static final Logger log = LoggerFactory.getLogger(OrganizerMenus.class);

    private final Insiders insiders;
    private final Shopfront shopfront;
    private final MongoOperations store;
    private final String bot;

    OrganizerMenus(Insiders insiders, Shopfront shopfront, MongoOperations store, String bot) {
        this.insiders = insiders;
        this.shopfront = shopfront;
        this.store = store;
        this.bot = bot;
    }

    /** From now on whoever becomes an organizer, or ceases to be one, sees it in the menu. */
    void follow() {
        insiders.whenChanged(address -> {
            if (address.channel().equals(TelegramChannel.NAME)) {
                Shopfront.soon(() -> hangRight(address));
            }
        });
    }

    /** Asks again rather than believing what it was told: of two changes the first may be heard last. */
    private synchronized void hangRight(Address address) {
        hang(address.id(), insiders.on(TelegramChannel.NAME).contains(address));
    }

    /** Everybody's, as commands may be new and roles may have changed while we were away. */
    synchronized void hangAll() {
        var organizers =
                insiders.on(TelegramChannel.NAME).stream().map(Address::id).collect(Collectors.toSet());
        hung().stream().filter(chat -> !organizers.contains(chat)).forEach(chat -> hang(chat, false));
        organizers.forEach(chat -> hang(chat, true));
    }

    private Set<String> hung() {
        return store.find(query(where("bot").is(bot)), OrganizerMenu.class).stream()
                .map(OrganizerMenu::chat)
                .collect(Collectors.toSet());
    }

    /** Noted before it is shown and until it is gone, so that no menu is forgotten. */
    private void hang(String chat, boolean organizer) {
        var menu = OrganizerMenu.of(bot, chat);
        try {
            if (organizer) {
                store.save(menu);
                shopfront.showOrganizer(chat);
            } else {
                shopfront.showNothingSpecial(chat);
                store.remove(menu);
            }
        } catch (TelegramApiException | DataAccessException e) {
            log.warn("An organizer's menu could not be changed; it is tried again at the next start.");
            log.debug("the reason", e);
        }
    }
}
