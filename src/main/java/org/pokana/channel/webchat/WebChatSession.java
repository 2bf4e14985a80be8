package org.pokana.channel.webchat;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A browser we gave a cookie to; the id is the cookie.
 *
 * @param seen when the browser last said something, to the day
 * @param faded the highest number among the entries that are gone because of their age, so that none is used again
 */
@Document("webchatSessions")
record WebChatSession(@Id String id, Instant since, Instant seen, long faded) {}
