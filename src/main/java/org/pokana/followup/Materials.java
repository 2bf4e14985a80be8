package org.pokana.followup;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pokana.followup.Material.Sort;
import org.pokana.kernel.Attachment.Item;
import org.pokana.kernel.ContactId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The materials of all forums. Adding the same twice adds it once; a number is never given again. */
@Component
class Materials {

    private final MongoOperations store;
    private final Clock clock;

    Materials(MongoOperations store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    boolean any(String forum) {
        return store.exists(query(there(forum)), Material.class);
    }

    List<Material> of(String forum, Sort sort) {
        return store.find(query(there(forum).and("sort").is(sort)).with(by(Direction.ASC)), Material.class);
    }

    private static Criteria there(String forum) {
        return where("forum").is(forum).and("removedAt").is(null);
    }

    private static org.springframework.data.domain.Sort by(Direction direction) {
        return org.springframework.data.domain.Sort.by(direction, "number");
    }

    Optional<Material> find(String forum, Sort sort, int number) {
        return Optional.ofNullable(store.findById(Material.id(forum, sort, number), Material.class))
                .filter(material -> material.removedAt() == null);
    }

    void add(String forum, Item item, ContactId from) {
        var same = where("forum").is(forum).and("item.file").is(item.file());
        if (!store.exists(query(same), Material.class)) {
            insert(forum, Sort.of(item), item, null, from);
        }
    }

    void add(String forum, String link, ContactId from) {
        var same = there(forum).and("words").is(link);
        if (!store.exists(query(same), Material.class)) {
            insert(forum, Sort.LINK, null, link, from);
        }
    }

    private void insert(String forum, Sort sort, @Nullable Item item, @Nullable String words, ContactId from) {
        for (int number = last(forum, sort) + 1; ; number++) {
            try {
                store.insert(new Material(
                        Material.id(forum, sort, number),
                        forum,
                        sort,
                        number,
                        item,
                        words,
                        from.value(),
                        clock.instant(),
                        null,
                        false));
                return;
            } catch (DuplicateKeyException numberTaken) {
                continue;
            }
        }
    }

    /** Also of those that were removed. */
    int last(String forum, Sort sort) {
        var latest = store.findOne(
                query(where("forum").is(forum).and("sort").is(sort)).with(by(Direction.DESC)), Material.class);
        return latest == null ? 0 : latest.number();
    }

    /** From now on nobody gets it; empty when it is gone already. */
    Optional<Material> remove(String forum, Sort sort, int number) {
        var changed = store.updateFirst(
                query(where("_id")
                        .is(Material.id(forum, sort, number))
                        .and("removedAt")
                        .is(null)),
                Update.update("removedAt", clock.instant()),
                Material.class);
        return changed.getModifiedCount() == 0
                ? Optional.empty()
                : Optional.ofNullable(store.findById(Material.id(forum, sort, number), Material.class));
    }

    /** Removed, but perhaps still in some chats. */
    List<Material> uncleared() {
        return store.find(query(where("removedAt").ne(null).and("cleared").is(false)), Material.class);
    }

    void cleared(Material material) {
        store.updateFirst(
                query(where("_id").is(material.id())),
                Update.update("cleared", true).unset("item").unset("words"),
                Material.class);
    }

    Set<String> files() {
        return store.find(query(where("item").ne(null)), Material.class).stream()
                .map(material -> Objects.requireNonNull(material.item()).file())
                .collect(Collectors.toSet());
    }
}
