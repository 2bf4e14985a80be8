package org.pokana.channel.telegram;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Attachment.Kind;
import org.pokana.messaging.Content.Text;
import org.telegram.telegrambots.meta.api.methods.send.SendAnimation;
import org.telegram.telegrambots.meta.api.methods.send.SendAudio;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.send.SendVideo;
import org.telegram.telegrambots.meta.api.methods.send.SendVoice;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.media.InputMedia;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaAnimation;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaAudio;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaDocument;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaPhoto;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaVideo;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** The Bot API has a method, a field and a type for each kind of file; they differ in nothing but their names. */
final class MediaForms {

    private MediaForms() {}

    static @Nullable String caption(Text words) {
        return words.text().isBlank() ? null : words.text();
    }

    static List<MessageEntity> marks(Text words) {
        var entities = Entities.of(words);
        return entities == null ? List.of() : entities;
    }

    static Message send(TelegramClient telegram, String chat, Kind kind, InputFile file, Text words)
            throws TelegramApiException {
        return switch (kind) {
            case PHOTO -> telegram.execute(photo(chat, file, words));
            case VIDEO -> telegram.execute(video(chat, file, words));
            case ANIMATION -> telegram.execute(animation(chat, file, words));
            case AUDIO -> telegram.execute(audio(chat, file, words));
            case VOICE -> telegram.execute(voice(chat, file, words));
            case FILE -> telegram.execute(document(chat, file, words));
        };
    }

    private static SendPhoto photo(String chat, InputFile file, Text words) {
        return SendPhoto.builder()
                .chatId(chat)
                .photo(file)
                .caption(caption(words))
                .captionEntities(marks(words))
                .replyMarkup(Keyboard.of(words))
                .build();
    }

    private static SendVideo video(String chat, InputFile file, Text words) {
        return SendVideo.builder()
                .chatId(chat)
                .video(file)
                .caption(caption(words))
                .captionEntities(marks(words))
                .replyMarkup(Keyboard.of(words))
                .build();
    }

    private static SendAnimation animation(String chat, InputFile file, Text words) {
        return SendAnimation.builder()
                .chatId(chat)
                .animation(file)
                .caption(caption(words))
                .captionEntities(marks(words))
                .replyMarkup(Keyboard.of(words))
                .build();
    }

    private static SendAudio audio(String chat, InputFile file, Text words) {
        return SendAudio.builder()
                .chatId(chat)
                .audio(file)
                .caption(caption(words))
                .captionEntities(marks(words))
                .replyMarkup(Keyboard.of(words))
                .build();
    }

    private static SendVoice voice(String chat, InputFile file, Text words) {
        return SendVoice.builder()
                .chatId(chat)
                .voice(file)
                .caption(caption(words))
                .captionEntities(marks(words))
                .replyMarkup(Keyboard.of(words))
                .build();
    }

    private static SendDocument document(String chat, InputFile file, Text words) {
        return SendDocument.builder()
                .chatId(chat)
                .document(file)
                .caption(caption(words))
                .captionEntities(marks(words))
                .replyMarkup(Keyboard.of(words))
                .build();
    }

    /** A part of an album, or what takes the place of a message's file; voices are neither. */
    static InputMedia part(Kind kind) {
        return switch (kind) {
            case PHOTO -> new InputMediaPhoto("");
            case VIDEO -> new InputMediaVideo("");
            case ANIMATION -> new InputMediaAnimation("");
            case AUDIO -> new InputMediaAudio("");
            case FILE -> new InputMediaDocument("");
            case VOICE -> throw new IllegalArgumentException("a voice stands alone and stays as it is");
        };
    }

    /** Under which Telegram knows the file from now on; of a picture the largest size. */
    static @Nullable String id(Kind kind, Message sent) {
        return switch (kind) {
            case PHOTO ->
                sent.getPhoto() == null || sent.getPhoto().isEmpty()
                        ? null
                        : sent.getPhoto().get(sent.getPhoto().size() - 1).getFileId();
            case VIDEO -> sent.getVideo() == null ? null : sent.getVideo().getFileId();
            case ANIMATION ->
                sent.getAnimation() == null ? null : sent.getAnimation().getFileId();
            case AUDIO -> sent.getAudio() == null ? null : sent.getAudio().getFileId();
            case VOICE -> sent.getVoice() == null ? null : sent.getVoice().getFileId();
            case FILE -> sent.getDocument() == null ? null : sent.getDocument().getFileId();
        };
    }
}
