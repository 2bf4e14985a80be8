package org.pokana.channel.telegram;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import org.pokana.kernel.Address;
import org.pokana.messaging.Abilities;
import org.pokana.messaging.Channel;
import org.pokana.messaging.Content;
import org.pokana.messaging.Content.Document;
import org.pokana.messaging.Content.Place;
import org.pokana.messaging.Content.Text;
import org.pokana.messaging.Delivery;
import org.pokana.messaging.Delivery.Delivered;
import org.pokana.messaging.Delivery.Refused;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Spacing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendVenue;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Messages to people on Telegram, as plain text with entities beside it: nothing a person ever typed can break its
 * formatting.
 */
final class TelegramChannel implements Channel.Editable, Channel.Typing, Channel.Answering {

    static final String NAME = "telegram";

    private static final Logger log = LoggerFactory.getLogger(TelegramChannel.class);

    private static final Abilities ABILITIES = new Abilities(4096, Keyboard.MOST_ROWS * Keyboard.WIDEST, true, true);
    /** Telegram takes about one message a second in a chat, and bears a few at once. */
    private static final Spacing PRIVATE = new Spacing(3, Duration.ofSeconds(1));

    /** In a group it takes twenty a minute, however they are spread. */
    private static final Spacing GROUP = new Spacing(3, Duration.ofMillis(3500));

    private static final LinkPreviewOptions NO_PREVIEW =
            LinkPreviewOptions.builder().isDisabled(true).build();

    private final TelegramConnections connections;
    private final SentFiles files;
    private final Outcomes outcomes;

    TelegramChannel(TelegramConnections connections, SentFiles files, Outcomes outcomes) {
        this.connections = connections;
        this.files = files;
        this.outcomes = outcomes;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Abilities abilities() {
        return ABILITIES;
    }

    @Override
    public Spacing spacing(Address to) {
        return to.id().startsWith("-") ? GROUP : PRIVATE;
    }

    @Override
    public boolean answers() {
        try {
            connections.of(Lane.REPLY).execute(new GetMe());
            return true;
        } catch (TelegramApiException e) {
            return Outcomes.isAnswer(e);
        }
    }

    @Override
    public Delivery send(Address to, Content content, Lane lane) {
        try {
            var sent = send(connections.of(lane), to.id(), content);
            return new Delivered(String.valueOf(sent.getMessageId()));
        } catch (TelegramApiException e) {
            return outcomes.of(e);
        }
    }

    private Message send(TelegramClient telegram, String chat, Content content) throws TelegramApiException {
        if (content instanceof Document document) {
            return sendDocument(telegram, chat, document);
        }
        return content instanceof Place place
                ? telegram.execute(venue(chat, place))
                : sendText(telegram, message(chat, (Text) content));
    }

    /** The words matter more than what is marked in them. */
    private static Message sendText(TelegramClient telegram, SendMessage message) throws TelegramApiException {
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

    /** Uploaded once; from then on Telegram is only told which file, unless it no longer knows. */
    private Message sendDocument(TelegramClient telegram, String chat, Document document) throws TelegramApiException {
        var known = files.find(document);
        if (known.isPresent()) {
            try {
                return telegram.execute(document(chat, document, new InputFile(known.get())));
            } catch (TelegramApiException e) {
                if (!Outcomes.rejectsFile(e)) {
                    throw e;
                }
                files.forget(document);
            }
        }
        var bytes = new InputFile(new ByteArrayInputStream(document.bytes()), document.name());
        var sent = telegram.execute(document(chat, document, bytes));
        if (sent.getDocument() != null) {
            files.remember(document, sent.getDocument().getFileId());
        }
        return sent;
    }

    private static SendDocument document(String chat, Document document, InputFile file) {
        return SendDocument.builder()
                .chatId(chat)
                .document(file)
                .caption(document.caption().isEmpty() ? null : document.caption())
                .build();
    }

    private static SendVenue venue(String chat, Place place) {
        return SendVenue.builder()
                .chatId(chat)
                .title(place.title())
                .address(place.address())
                .latitude(place.latitude())
                .longitude(place.longitude())
                .build();
    }

    @Override
    public Delivery edit(Address to, String receipt, Content content, Lane lane) {
        if (!(content instanceof Text text) || !receipt.matches("\\d{1,9}")) {
            return new Refused("only texts that were sent can be edited");
        }
        try {
            connections.of(lane).execute(edited(to.id(), Integer.parseInt(receipt), text));
            return new Delivered(receipt);
        } catch (TelegramApiException e) {
            return Outcomes.changesNothing(e) ? new Delivered(receipt) : outcomes.of(e);
        }
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

    @Override
    public void showTyping(Address to) {
        var action = SendChatAction.builder().chatId(to.id()).action("typing").build();
        try {
            connections.of(Lane.REPLY).executeAsync(action).exceptionally(e -> false);
        } catch (TelegramApiException e) {
            log.debug("typing was not shown: {}", e.getClass().getSimpleName());
        }
    }
}
