package org.pokana.channel.webchat;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A browser we gave a cookie to; the id is the cookie. */
@Document("webchatSessions")
record WebChatSession(@Id String id, Instant since) {}
