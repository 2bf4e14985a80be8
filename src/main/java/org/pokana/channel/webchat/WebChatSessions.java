package org.pokana.channel.webchat;

import java.time.Clock;
import org.pokana.kernel.Ids;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The browsers we gave a cookie to; a cookie somebody made up opens nothing. */
@Component
class WebChatSessions {

    private final MongoOperations store;
    private final Ids ids;
    private final Clock clock;

    WebChatSessions(MongoOperations store, Ids ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    String open() {
        return store.insert(new WebChatSession(ids.next(), clock.instant())).id();
    }

    boolean knows(String id) {
        return store.findById(id, WebChatSession.class) != null;
    }
}
