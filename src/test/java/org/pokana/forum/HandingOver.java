package org.pokana.forum;

import java.time.Clock;
import org.pokana.kernel.ContactId;
import org.springframework.data.mongodb.core.MongoOperations;

/** Lets tests of other modules pass a seat on to a colleague. */
public final class HandingOver {

    private HandingOver() {}

    public static void seat(
            MongoOperations store, Notices notices, Clock clock, String forum, ContactId from, ContactId to) {
        var delegations = new Delegations(store, new Forums(store, clock), notices, clock);
        var link = delegations.offer(forum, from, "link-of-" + from).orElseThrow();
        delegations.take(link.token(), to, ForumKit.profile(to.value()));
    }
}
