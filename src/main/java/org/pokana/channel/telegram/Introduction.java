package org.pokana.channel.telegram;

import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Finds out, before the first poll, which bot we are and whether its messages are ours to fetch. */
final class Introduction {

    private static final Logger log = LoggerFactory.getLogger(Introduction.class);

    private final TelegramClient telegram;
    private final Me self;
    private final boolean takeOver;
    private final Runnable afterwards;
    private boolean made;

    /** @param afterwards done once, when Telegram has accepted our token */
    Introduction(TelegramClient telegram, Me self, boolean takeOver, Runnable afterwards) {
        this.telegram = telegram;
        this.self = self;
        this.takeOver = takeOver;
        this.afterwards = afterwards;
    }

    /** Empty if polling may begin. */
    Optional<Trouble> make() throws TelegramApiException {
        if (made) {
            return Optional.empty();
        }
        var me = telegram.execute(new GetMe());
        var webhook = telegram.execute(new GetWebhookInfo()).getUrl();
        if (webhook != null && !webhook.isEmpty()) {
            if (!takeOver) {
                return Optional.of(Trouble.webhookInTheWay(host(webhook)));
            }
            telegram.execute(DeleteWebhook.builder().dropPendingUpdates(false).build());
            log.warn("The webhook at {} was removed, as POKANA_TELEGRAM_TAKE_OVER says.", host(webhook));
        }
        self.isCalled(me.getUserName());
        made = true;
        log.info("Telegram is received as @{}.", me.getUserName());
        afterwards.run();
        return Optional.empty();
    }

    /** Webhook paths are often secret. */
    private static String host(String webhook) {
        try {
            return String.valueOf(URI.create(webhook).getHost());
        } catch (IllegalArgumentException e) {
            return "somewhere else";
        }
    }

    /** What was found out may no longer be so. */
    void again() {
        made = false;
    }
}
