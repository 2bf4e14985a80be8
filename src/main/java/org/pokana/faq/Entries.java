package org.pokana.faq;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.pokana.faq.KeptEntry.Earlier;
import org.pokana.faq.KeptEntry.Edition;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.BulkOperationException;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The entries in the store: one document each, changed only from a version that is named. */
@Component
class Entries {

    private final MongoOperations store;

    Entries(MongoOperations store) {
        this.store = store;
    }

    Optional<KeptEntry> find(String id) {
        return Optional.ofNullable(store.findById(id, KeptEntry.class));
    }

    /** In the order of the file, then of their ids. */
    List<KeptEntry> all() {
        return store.findAll(KeptEntry.class).stream()
                .sorted(KeptEntry.IN_ORDER)
                .toList();
    }

    /** How many that people get were checked in that month or before; counted where they are kept. */
    long checkedUntil(YearMonth month) {
        return store.count(
                query(where("now.retired").is(false).and("now.entry.checkedIn").lte(month)), KeptEntry.class);
    }

    List<KeptEntry> some(Collection<String> ids) {
        return store.find(query(where("_id").in(ids)), KeptEntry.class);
    }

    /** The newest first, without the one that is now. */
    List<Version> earlier(String id) {
        return store.find(query(where("entry").is(id)), Earlier.class).stream()
                .map(Earlier::was)
                .sorted(Comparator.comparingLong(Version::number).reversed())
                .toList();
    }

    /** Whether it was not there yet. */
    boolean add(KeptEntry entry) {
        announce();
        try {
            store.insert(entry);
            return true;
        } catch (DuplicateKeyException alreadyThere) {
            return false;
        } finally {
            announce();
        }
    }

    /** For what belongs together, such as a file; those that are there already stay as they are. */
    void addAll(List<KeptEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        try {
            store.bulkOps(BulkMode.UNORDERED, KeptEntry.class).insert(entries).execute();
        } catch (DuplicateKeyException alreadyThere) {
            // another instance starts at the same time
        } catch (BulkOperationException e) {
            if (e.getErrors().stream().anyMatch(error -> error.getCode() != 11000)) {
                throw e;
            }
        }
        announce();
    }

    /**
     * Puts the next version in the place of the one it was made from, which is kept; false when that is no longer the
     * current one. Announced before and after: who reads in between reads again.
     */
    boolean replace(KeptEntry from, KeptEntry next) {
        keep(Earlier.of(from)); // again after a crash, it is the same
        announce();
        var unchanged = where("_id").is(from.id()).and("now.number").is(from.version());
        var update = Update.update("now", next.now())
                .set("place", next.place())
                .set("edited", next.edited())
                .set("file", next.file())
                .set("newer", next.newer());
        boolean replaced =
                store.updateFirst(query(unchanged), update, KeptEntry.class).getModifiedCount() > 0;
        announce();
        return replaced;
    }

    private void keep(Earlier version) {
        try {
            store.insert(version);
        } catch (DuplicateKeyException keptAlready) {
            // by whoever was faster, or before a crash
        }
    }

    /** Only what stands beside the entry; its version stays. */
    void mark(KeptEntry from, String field, @Nullable Object value) {
        var unchanged = where("_id").is(from.id()).and("now.number").is(from.version());
        store.updateFirst(query(unchanged), Update.update(field, value), KeptEntry.class);
    }

    private void announce() {
        var update = new Update().inc("number", 1);
        try {
            store.upsert(query(where("_id").is(Edition.ID)), update, Edition.class);
        } catch (DuplicateKeyException somebodyWasFaster) {
            store.upsert(query(where("_id").is(Edition.ID)), update, Edition.class);
        }
    }

    long edition() {
        var edition = store.findById(Edition.ID, Edition.class);
        return edition == null ? 0 : edition.number();
    }

    /** The version of every entry, without reading what it says. */
    Map<String, Long> versions() {
        var ids = new Query().with(Sort.by("_id"));
        ids.fields().include("now.number");
        var versions = new HashMap<String, Long>();
        store.find(ids, Document.class, "faq")
                .forEach(each -> versions.put(
                        each.getString("_id"),
                        each.get("now", Document.class)
                                .get("number", Number.class)
                                .longValue()));
        return versions;
    }
}
