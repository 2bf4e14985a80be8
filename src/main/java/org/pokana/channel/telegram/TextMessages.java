package org.pokana.channel.telegram;

import org.pokana.messaging.Content.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Words with what is marked in them, sent or put in the place of others. */
final class TextMessages {

    private static final Logger log = LoggerFactory.getLogger(TextMessages.class);

    private static final LinkPreviewOptions NO_PREVIEW =
            LinkPreviewOptions.builder().isDisabled(true).build();

    private TextMessages() {}

    /** The words matter more than what is marked in them. */
    static Message send(TelegramClient telegram, String chat, Text text) throws TelegramApiException {
        var message = message(chat, text);
        try {
            return telegram.execute(message);
        } catch (TelegramApiException e) {
            if (message.getEntities() == null || !Outcomes.rejectsEntities(e)) {
                throw e;
            }
            log.error("Telegram did not take the entities of a message; it goes out without them.");
            message.setEntities(null);
            return telegram.execute(message);
        }
    }

    private static SendMessage message(String chat, Text text) {
        return SendMessage.builder()
                .chatId(chat)
                .text(text.text())
                .entities(Entities.of(text))
                .linkPreviewOptions(NO_PREVIEW)
                .replyMarkup(Keyboard.of(text))
                .build();
    }

    static void edit(TelegramClient telegram, String chat, int message, Text text) throws TelegramApiException {
        telegram.execute(edited(chat, message, text));
    }

    private static EditMessageText edited(String chat, int message, Text text) {
        return EditMessageText.builder()
                .chatId(chat)
                .messageId(message)
                .text(text.text())
                .entities(Entities.of(text))
                .linkPreviewOptions(NO_PREVIEW)
                .replyMarkup(Keyboard.of(text))
                .build();
    }
}
