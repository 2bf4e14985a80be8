package org.pokana.channel.telegram;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pokana.messaging.Content.Moment;
import org.pokana.messaging.Content.Text;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/** What is marked in a text. Telegram counts in UTF-16 units, as Java does. */
final class Entities {

    private Entities() {}

    static @Nullable List<MessageEntity> of(Text text) {
        if (text.moments().isEmpty()) {
            return null;
        }
        var entities = new ArrayList<MessageEntity>();
        text.moments().forEach(moment -> entities.add(of(moment)));
        return entities;
    }

    /** Without a format the words stay as they are, and a tap shows the reader's own time. */
    private static MessageEntity of(Moment moment) {
        return MessageEntity.builder()
                .type("date_time")
                .offset(moment.from())
                .length(moment.length())
                .unixTime((int) moment.at().getEpochSecond())
                .build();
    }
}
