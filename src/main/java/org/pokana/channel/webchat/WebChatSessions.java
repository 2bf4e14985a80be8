package org.pokana.channel.webchat;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import org.pokana.kernel.Ids;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The browsers we gave a cookie to; a cookie somebody made up opens nothing. */
@Component
class WebChatSessions {

    /** As long as the cookie. */
    static final Duration KEPT = Duration.ofDays(180);

    private final MongoOperations store;
    private final Ids ids;
    private final Clock clock;

    WebChatSessions(MongoOperations store, Ids ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    String open() {
        var now = clock.instant();
        return store.insert(new WebChatSession(ids.next(), now, now, 0)).id();
    }

    boolean knows(String id) {
        return store.findById(id, WebChatSession.class) != null;
    }

    /** Keeps it for as long again. */
    void seen(String id) {
        var now = clock.instant();
        var longAgo = query(where("_id").is(id).and("seen").lt(now.minus(Duration.ofDays(1))));
        store.updateFirst(longAgo, Update.update("seen", now), WebChatSession.class);
    }

    /** Closes those whose cookie is over. */
    long closeOld() {
        var old = query(where("seen").lt(clock.instant().minus(KEPT)));
        return store.remove(old, WebChatSession.class).getDeletedCount();
    }

    /** From now on the cookie opens nothing any more. */
    void close(String id) {
        store.remove(query(where("_id").is(id)), WebChatSession.class);
    }
}
