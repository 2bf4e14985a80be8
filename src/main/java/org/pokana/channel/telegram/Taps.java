package org.pokana.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Answers every tap at once, whatever it was on, so that no button keeps spinning. */
final class Taps {

    private static final Logger log = LoggerFactory.getLogger(Taps.class);

    private final TelegramClient telegram;

    Taps(TelegramClient telegram) {
        this.telegram = telegram;
    }

    /** Does not wait for the outcome: a tap that comes a second time cannot be answered again, and need not be. */
    void answer(JsonNode update) {
        var callback = update.path("callback_query").path("id").asText("");
        if (callback.isEmpty()) {
            return;
        }
        try {
            telegram.executeAsync(AnswerCallbackQuery.builder()
                            .callbackQueryId(callback)
                            .build())
                    .exceptionally(e -> {
                        log.debug(
                                "a tap could not be answered: {}", e.getClass().getSimpleName());
                        return false;
                    });
        } catch (TelegramApiException | RuntimeException e) {
            log.debug("a tap could not be answered: {}", e.getClass().getSimpleName());
        }
    }
}
