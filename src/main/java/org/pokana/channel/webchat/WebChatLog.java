package org.pokana.channel.webchat;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.pokana.channel.webchat.Entry.Kind;
import org.pokana.kernel.Attachment.Item;
import org.pokana.kernel.Ids;
import org.pokana.messaging.Content;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Everything said in each session. An entry is numbered one higher than the highest there is, and its number is its
 * key: whoever has seen a number has seen, or can still ask for, everything below it.
 */
@Component
class WebChatLog {

    private static final String ENTRIES = "webchatMessages";

    /** A large removal in one piece would hold up everybody who is talking. */
    private static final int AT_ONCE = 500;

    private final MongoOperations store;
    private final Ids ids;
    private final Clock clock;

    WebChatLog(MongoOperations store, Ids ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /** Notes what a person said; the same key again changes nothing. */
    Entry said(String session, String key, String text) {
        return said(session, key, text, List.of());
    }

    Entry said(String session, String key, String text, List<Item> media) {
        return append(Draft.said(session, key, text, media));
    }

    /** Notes what we said; the same key again changes nothing. */
    Entry told(String session, String key, Content content) {
        return append(Draft.told(session, key, content));
    }

    /** Puts other content in an entry's place; empty when there is no such entry of ours in the session. */
    Optional<Entry> change(String session, String id, Content content) {
        var before = store.findOne(query(entry(id, session)), Entry.class);
        if (before == null) {
            return Optional.empty();
        }
        var draft = Draft.told(session, before.key(), whole(content, before));
        if (!says(before, draft)) {
            store.updateFirst(query(entry(id, session)), content(draft), Entry.class);
            append(Draft.changed(session, ids.next(), before.number()));
        }
        return Optional.of(before);
    }

    /** Other words for the same pictures leave the pictures. */
    private static Content whole(Content content, Entry before) {
        return content instanceof Content.Caption caption && before.media() != null
                ? new Content.Media(before.media(), caption.words())
                : content;
    }

    /** Takes an entry of ours away, and all that is in it; false when there never was one. */
    boolean takeBack(String session, String id) {
        var before = store.findById(id, Entry.class);
        if (before == null || !before.session().equals(session) || before.kind() == Kind.PERSON) {
            return false;
        }
        var nothing = new Update()
                .set("kind", Kind.GONE)
                .set("text", "")
                .set("buttons", List.of())
                .unset("file")
                .unset("media")
                .unset("place");
        if (store.updateFirst(query(entry(id, session)), nothing, Entry.class).getModifiedCount() == 1) {
            append(Draft.changed(session, ids.next(), before.number()));
        }
        return true;
    }

    private static org.springframework.data.mongodb.core.query.Criteria entry(String id, String session) {
        return where("_id").is(id).and("session").is(session).and("kind").is(Kind.BOT);
    }

    private static boolean says(Entry entry, Draft draft) {
        return entry.text().equals(draft.text())
                && entry.buttons().equals(draft.buttons())
                && Objects.equals(entry.place(), draft.place())
                && Objects.equals(entry.media(), draft.media())
                && Objects.equals(entry.copy(), draft.copy())
                && entry.file() == null
                && draft.file() == null;
    }

    private Update content(Draft draft) {
        return new Update()
                .set("text", draft.text())
                .set("buttons", draft.buttons())
                .set("file", draft.file())
                .set("media", draft.media())
                .set("place", draft.place())
                .set("copy", draft.copy())
                .set("changed", clock.instant());
    }

    private Entry append(Draft draft) {
        while (true) {
            var entry = draft.at(last(draft.session()) + 1, clock.instant());
            try {
                return store.insert(entry);
            } catch (DuplicateKeyException taken) {
                var same = withKey(draft.session(), draft.key());
                if (same.isPresent()) {
                    return same.get();
                }
                // another writer took the number: each round one of us gets on, so this ends
            }
        }
    }

    Optional<Entry> withKey(String session, String key) {
        var same = where("session").is(session).and("key").is(key);
        return Optional.ofNullable(store.findOne(query(same), Entry.class));
    }

    /** The highest number in the session; 0 when nothing was ever said. */
    long last(String session) {
        var newest = query(where("session").is(session))
                .with(Sort.by(Direction.DESC, "number"))
                .limit(1);
        newest.fields().include("number");
        var document = store.findOne(newest, Document.class, ENTRIES);
        return document == null ? lastFaded(session) : document.get("number", 0L);
    }

    private long lastFaded(String session) {
        var faded = store.findById(session, WebChatSession.class);
        return faded == null ? 0 : faded.faded();
    }

    Optional<Entry> find(String session, long number) {
        return Optional.ofNullable(store.findById(Entry.id(session, number), Entry.class));
    }

    List<Entry> after(String session, long number, int most) {
        return store.find(
                query(where("session").is(session).and("number").gt(number))
                        .with(Sort.by("number"))
                        .limit(most),
                Entry.class);
    }

    /** The newest entries below a number, newest first. */
    List<Entry> before(String session, long number, int most) {
        return store.find(
                query(where("session").is(session).and("number").lt(number))
                        .with(Sort.by(Direction.DESC, "number"))
                        .limit(most),
                Entry.class);
    }

    /** Which of these entries exist: one look-up by key, however many sessions ask. */
    Set<String> present(Collection<String> entries) {
        var known = query(where("_id").in(entries));
        known.fields().include("_id");
        return store.find(known, Document.class, ENTRIES).stream()
                .map(document -> document.getString("_id"))
                .collect(Collectors.toSet());
    }

    void erase(String session) {
        store.remove(query(where("session").is(session)), Entry.class);
    }

    /** Removes what was said before a moment and says how much that was. */
    long fade(Instant before) {
        long faded = 0;
        for (var some = saidBefore(before); !some.isEmpty(); some = saidBefore(before)) {
            some.forEach(this::neverUseAgain);
            var ids = some.stream().map(entry -> entry.getString("_id")).toList();
            faded += store.remove(query(where("_id").in(ids)), Entry.class).getDeletedCount();
        }
        return faded;
    }

    private List<Document> saidBefore(Instant moment) {
        var old = query(where("at").lt(moment)).limit(AT_ONCE);
        old.fields().include("session", "number");
        return store.find(old, Document.class, ENTRIES);
    }

    private void neverUseAgain(Document entry) {
        store.updateFirst(
                query(where("_id").is(entry.getString("session"))),
                new Update().max("faded", entry.get("number", 0L)),
                WebChatSession.class);
    }
}
