package org.pokana.followup;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.followup.FollowUp.Occasion;
import org.pokana.followup.Impression.Face;
import org.pokana.followup.Impression.Intent;
import org.pokana.followup.Impression.Key;
import org.pokana.followup.Impression.Outcome;
import org.pokana.forum.Forum;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Ids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** What people said of forums. Each answer is one write, the last one counts, and saying it twice is saying it once. */
@Component
class Impressions {

    private final MongoOperations store;
    private final Ids ids;
    private final Clock clock;

    Impressions(MongoOperations store, Ids ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    void note(Forum forum, ContactId who, Face face) {
        note(forum, who, Update.update("face", face));
    }

    void note(Forum forum, ContactId who, List<String> useful) {
        note(forum, who, Update.update("useful", useful));
    }

    void note(Forum forum, ContactId who, Intent intent) {
        note(forum, who, Update.update("intent", intent));
    }

    void note(Forum forum, ContactId who, Outcome outcome) {
        note(forum, who, Update.update("outcome", outcome));
    }

    void remark(Forum forum, ContactId who, String words) {
        note(forum, who, Update.update("remark", words));
    }

    private void note(Forum forum, ContactId who, Update answer) {
        store.upsert(
                query(where("_id").is(key(forum, who).impression())),
                answer.set("forum", forum.id()).set("at", clock.instant()),
                Impression.class);
    }

    private Key key(Forum forum, ContactId who) {
        var known = store.findById(keyId(forum.id(), who), Key.class);
        if (known != null) {
            return known;
        }
        var fresh = new Key(
                keyId(forum.id(), who), forum.id(), who.value(), ids.next(), Occasion.QUARTER_LATER.closes(forum));
        try {
            return store.insert(fresh);
        } catch (DuplicateKeyException saidMeanwhile) {
            return key(forum, who);
        }
    }

    private static String keyId(String forum, ContactId who) {
        return forum + ":" + who;
    }

    /** Empty when they said nothing yet, or it is no longer known whose it is. */
    Optional<Impression> of(String forum, ContactId who) {
        return Optional.ofNullable(store.findById(keyId(forum, who), Key.class))
                .map(key -> store.findById(key.impression(), Impression.class));
    }

    /** Everything that was said of a forum, the latest last. */
    List<Impression> of(String forum) {
        return store.find(query(where("forum").is(forum)).with(Sort.by("at", "_id")), Impression.class);
    }

    /** The next who said something, after the given key: a cursor that resumes. */
    List<Key> after(String forum, @Nullable String key, int most) {
        var next = query(where("forum").is(forum)).with(Sort.by("_id")).limit(most);
        if (key != null) {
            next.addCriteria(where("_id").gt(key));
        }
        return store.find(next, Key.class);
    }
}
