package org.pokana.channel.telegram;

import java.io.ByteArrayInputStream;
import org.pokana.messaging.Content.Document;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Files that we made, such as a calendar entry; a picture is shown rather than handed over. */
final class DocumentMessages {

    private static final String PICTURE = "image/png";

    private final SentFiles files;

    DocumentMessages(SentFiles files) {
        this.files = files;
    }

    /** Uploaded once; from then on Telegram is only told which file, unless it no longer knows. */
    Message send(TelegramClient telegram, String chat, Document document) throws TelegramApiException {
        var key = SentFiles.keyOf(document);
        var known = files.find(key);
        if (known.isPresent()) {
            try {
                return send(telegram, chat, document, new InputFile(known.get()));
            } catch (TelegramApiException e) {
                if (!Outcomes.rejectsFile(e)) {
                    throw e;
                }
                files.forget(key);
            }
        }
        var bytes = new InputFile(new ByteArrayInputStream(document.bytes()), document.name());
        var sent = send(telegram, chat, document, bytes);
        if (sent.getDocument() != null) {
            files.remember(key, sent.getDocument().getFileId());
        } else if (sent.getPhoto() != null && !sent.getPhoto().isEmpty()) {
            files.remember(key, sent.getPhoto().get(sent.getPhoto().size() - 1).getFileId());
        }
        return sent;
    }

    private static Message send(TelegramClient telegram, String chat, Document document, InputFile file)
            throws TelegramApiException {
        return document.type().equals(PICTURE)
                ? telegram.execute(picture(chat, document, file))
                : telegram.execute(document(chat, document, file));
    }

    private static SendPhoto picture(String chat, Document document, InputFile file) {
        return SendPhoto.builder()
                .chatId(chat)
                .photo(file)
                .caption(document.caption().isEmpty() ? null : document.caption())
                .build();
    }

    private static SendDocument document(String chat, Document document, InputFile file) {
        return SendDocument.builder()
                .chatId(chat)
                .document(file)
                .caption(document.caption().isEmpty() ? null : document.caption())
                .build();
    }
}
