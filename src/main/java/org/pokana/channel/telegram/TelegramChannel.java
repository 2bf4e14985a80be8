package org.pokana.channel.telegram;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pokana.kernel.Address;
import org.pokana.messaging.Abilities;
import org.pokana.messaging.Channel;
import org.pokana.messaging.Content;
import org.pokana.messaging.Content.Caption;
import org.pokana.messaging.Content.Document;
import org.pokana.messaging.Content.Media;
import org.pokana.messaging.Content.Place;
import org.pokana.messaging.Content.Text;
import org.pokana.messaging.Delivery;
import org.pokana.messaging.Delivery.Delivered;
import org.pokana.messaging.Delivery.Refused;
import org.pokana.messaging.Fetched;
import org.pokana.messaging.KeptFiles;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Showing;
import org.pokana.messaging.Spacing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendVenue;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessages;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Messages to people on Telegram, as plain text with entities beside it: nothing a person ever typed can break its
 * formatting.
 */
final class TelegramChannel
        implements Channel.Editable, Channel.Deletable, Channel.Fetching, Channel.Typing, Channel.Answering {

    static final String NAME = "telegram";

    private static final Logger log = LoggerFactory.getLogger(TelegramChannel.class);

    private static final Abilities ABILITIES =
            new Abilities(4096, 1024, Keyboard.MOST_ROWS * Keyboard.WIDEST, true, true);
    private static final Duration DELETABLE = Duration.ofHours(48);
    private static final Pattern RECEIPT = Pattern.compile("\\d{1,9}(,\\d{1,9}){0,99}");

    /** Telegram takes thirty, counted by its own clock. */
    private static final int MOST_A_SECOND = 29;

    /** Telegram takes about one message a second in a chat, and bears a few at once. */
    private static final Spacing PRIVATE = new Spacing(3, Duration.ofSeconds(1));

    /** In a group it takes twenty a minute, however they are spread. */
    private static final Spacing GROUP = new Spacing(3, Duration.ofMillis(3500));

    private final TelegramConnections connections;
    private final DocumentMessages documents;
    private final MediaMessages media;
    private final Downloads downloads;
    private final Outcomes outcomes;

    private TelegramChannel(
            TelegramConnections connections,
            DocumentMessages documents,
            MediaMessages media,
            Downloads downloads,
            Outcomes outcomes) {
        this.connections = connections;
        this.documents = documents;
        this.media = media;
        this.downloads = downloads;
        this.outcomes = outcomes;
    }

    static TelegramChannel of(
            TelegramConnections connections, SentFiles files, KeptFiles kept, TelegramSettings settings) {
        var outcomes = new Outcomes(settings.token());
        return new TelegramChannel(
                connections,
                new DocumentMessages(files),
                new MediaMessages(kept, files, settings.bot()),
                new Downloads(connections.of(Lane.REPLY), connections.files(), settings, outcomes),
                outcomes);
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
    public int mostASecond() {
        return MOST_A_SECOND;
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
        if (content instanceof Caption || !media.have(content)) {
            return new Refused("what it shows is no longer kept");
        }
        try {
            return new Delivered(receipt(send(connections.of(lane), to.id(), content)));
        } catch (TelegramApiException e) {
            return outcomes.of(e);
        }
    }

    private List<Integer> send(TelegramClient telegram, String chat, Content content) throws TelegramApiException {
        if (content instanceof Media gallery) {
            return media.send(telegram, chat, gallery);
        }
        if (content instanceof Document document) {
            return List.of(documents.send(telegram, chat, document).getMessageId());
        }
        var sent = content instanceof Place place
                ? telegram.execute(venue(chat, place))
                : TextMessages.send(telegram, chat, (Text) content);
        return List.of(sent.getMessageId());
    }

    /** Of an album, each picture is a message: {@code 101,102}. */
    private static String receipt(List<Integer> messages) {
        return messages.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static List<Integer> messages(String receipt) {
        return RECEIPT.matcher(receipt).matches()
                ? Arrays.stream(receipt.split(",")).map(Integer::valueOf).toList()
                : List.of();
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
        var messages = messages(receipt);
        int needed = content instanceof Media gallery ? gallery.items().size() : 1;
        if (messages.size() != needed || content instanceof Document || content instanceof Place) {
            return new Refused("it cannot take the place of what was sent");
        }
        try {
            edit(connections.of(lane), to.id(), messages, content);
            return new Delivered(receipt);
        } catch (TelegramApiException e) {
            return Outcomes.changesNothing(e) ? new Delivered(receipt) : outcomes.of(e);
        }
    }

    private void edit(TelegramClient telegram, String chat, List<Integer> messages, Content content)
            throws TelegramApiException {
        if (content instanceof Media gallery) {
            media.replace(telegram, chat, messages, gallery);
        } else if (content instanceof Caption caption) {
            telegram.execute(MediaMessages.caption(chat, messages.get(0), caption.words()));
        } else {
            TextMessages.edit(telegram, chat, messages.get(0), (Text) content);
        }
    }

    @Override
    public Duration deletableFor() {
        return DELETABLE;
    }

    @Override
    public Delivery delete(Address to, String receipt, Lane lane) {
        var messages = messages(receipt);
        if (messages.isEmpty()) {
            return new Refused("only messages that were sent can be taken back");
        }
        try {
            connections
                    .of(lane)
                    .execute(DeleteMessages.builder()
                            .chatId(to.id())
                            .messageIds(messages)
                            .build());
            return new Delivered(receipt);
        } catch (TelegramApiException e) {
            return Outcomes.isGone(e) ? new Delivered(receipt) : outcomes.of(e);
        }
    }

    @Override
    public Fetched fetch(Showing showing, long mostBytes) {
        return downloads.fetch(showing.reference(), mostBytes);
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
