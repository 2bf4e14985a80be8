package org.pokana.channel.telegram;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A file that Telegram has already.
 *
 * @param id the bot and a digest of the file, as one bot's file ids mean nothing to another
 */
@Document("telegramFiles")
record SentFile(@Id String id, String fileId, @Indexed Instant at) {}
