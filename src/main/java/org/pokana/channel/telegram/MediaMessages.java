package org.pokana.channel.telegram;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.pokana.kernel.Attachment.Item;
import org.pokana.kernel.Attachment.Kind;
import org.pokana.messaging.Content;
import org.pokana.messaging.Content.Media;
import org.pokana.messaging.Content.Text;
import org.pokana.messaging.KeptFile;
import org.pokana.messaging.KeptFiles;
import org.telegram.telegrambots.meta.api.methods.send.SendMediaGroup;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageCaption;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageMedia;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.media.InputMedia;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Pictures, sounds and files as Telegram wants them: by an id where it knows them, else with their bytes. */
final class MediaMessages {

    private final KeptFiles kept;
    private final SentFiles sent;
    private final String bot;

    /** @param bot whose ids we may use: each bot has its own for the same file */
    MediaMessages(KeptFiles kept, SentFiles sent, String bot) {
        this.kept = kept;
        this.sent = sent;
        this.bot = bot;
    }

    /** Whether all of it is still there to be sent. */
    boolean have(Content content) {
        return kept.have(content);
    }

    /** The numbers of the messages it became, in their order. */
    List<Integer> send(TelegramClient telegram, String chat, Media media) throws TelegramApiException {
        return knownOrUploaded(media, sources -> {
            var items = media.items();
            var messages = items.size() == 1
                    ? List.of(MediaForms.send(
                            telegram, chat, items.get(0).kind(), sources.get(0).file(), media.words()))
                    : telegram.execute(album(chat, media, sources));
            for (int i = 0; i < items.size(); i++) {
                remember(items.get(i), sources.get(i), messages.get(i));
            }
            return messages.stream().map(Message::getMessageId).toList();
        });
    }

    private static SendMediaGroup album(String chat, Media media, List<Source> sources) {
        var parts = new ArrayList<InputMedia>();
        for (int i = 0; i < sources.size(); i++) {
            var part = sources.get(i).part(media.items().get(i).kind());
            parts.add(i == 0 ? saying(part, media.words()) : part);
        }
        return SendMediaGroup.builder().chatId(chat).medias(parts).build();
    }

    private static InputMedia saying(InputMedia part, Text words) {
        part.setCaption(MediaForms.caption(words));
        part.setCaptionEntities(Entities.of(words));
        return part;
    }

    private interface Attempt<T> {
        T with(List<Source> sources) throws TelegramApiException;
    }

    /** Telegram may no longer know a file, or never have known it by that id. */
    private <T> T knownOrUploaded(Media media, Attempt<T> attempt) throws TelegramApiException {
        var known = sources(media, false);
        try {
            return attempt.with(known);
        } catch (TelegramApiException e) {
            if (!Outcomes.rejectsFile(e) || known.stream().noneMatch(Source::isKnown)) {
                throw e;
            }
            media.items().forEach(item -> sent.forget(key(item)));
            return attempt.with(sources(media, true));
        }
    }

    private List<Source> sources(Media media, boolean upload) {
        var names = new HashSet<String>();
        var sources = new ArrayList<Source>();
        for (Item item : media.items()) {
            var name = names.add(item.name()) ? item.name() : sources.size() + 1 + "-" + item.name();
            sources.add(source(item, upload, name));
        }
        return sources;
    }

    private Source source(Item item, boolean upload, String name) {
        var file = kept.find(item.file());
        var known = upload ? Optional.<String>empty() : sent.find(key(item)).or(() -> file.flatMap(this::own));
        return known.map(id -> new Source(id, "", new byte[0]))
                .orElseGet(() -> new Source("", name, file.flatMap(kept::bytes).orElse(new byte[0])));
    }

    /** The id under which somebody sent it to this very bot. */
    private Optional<String> own(KeptFile file) {
        return Optional.ofNullable(file.reference()).flatMap(reference -> Downloads.fileId(reference, bot));
    }

    private static String key(Item item) {
        return item.kind() + ":" + item.file();
    }

    private void remember(Item item, Source source, Message message) {
        var id = MediaForms.id(item.kind(), message);
        if (!source.isKnown() && id != null) {
            sent.remember(key(item), id);
        }
    }

    /** Puts better files and words in the place of those in these messages. */
    void replace(TelegramClient telegram, String chat, List<Integer> messages, Media media)
            throws TelegramApiException {
        for (int i = 0; i < messages.size(); i++) {
            var item = media.items().get(i);
            var words = i == 0 ? media.words() : Text.NONE;
            if (item.kind() == Kind.VOICE) {
                telegram.execute(caption(chat, messages.get(i), words));
            } else {
                replace(telegram, chat, messages.get(i), new Media(List.of(item), words));
            }
        }
    }

    private void replace(TelegramClient telegram, String chat, int message, Media media) throws TelegramApiException {
        knownOrUploaded(media, sources -> {
            var part = sources.get(0).part(media.items().get(0).kind());
            try {
                return telegram.execute(EditMessageMedia.builder()
                        .chatId(chat)
                        .messageId(message)
                        .media(saying(part, media.words()))
                        .replyMarkup(Keyboard.of(media.words()))
                        .build());
            } catch (TelegramApiException e) {
                if (Outcomes.changesNothing(e)) {
                    return true;
                }
                throw e;
            }
        });
    }

    static EditMessageCaption caption(String chat, int message, Text words) {
        return EditMessageCaption.builder()
                .chatId(chat)
                .messageId(message)
                .caption(MediaForms.caption(words))
                .captionEntities(MediaForms.marks(words))
                .replyMarkup(Keyboard.of(words))
                .build();
    }

    /** Where a file comes from: Telegram's own id, or the bytes under a name. */
    private record Source(String id, String name, byte[] bytes) {

        boolean isKnown() {
            return !id.isEmpty();
        }

        InputFile file() {
            return isKnown() ? new InputFile(id) : new InputFile(new ByteArrayInputStream(bytes), name);
        }

        InputMedia part(Kind kind) {
            var part = MediaForms.part(kind);
            if (isKnown()) {
                part.setMedia(id);
            } else {
                part.setMedia(new ByteArrayInputStream(bytes), name);
            }
            return part;
        }
    }
}
