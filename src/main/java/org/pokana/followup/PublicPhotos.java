package org.pokana.followup;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pokana.kernel.Attachment.Item;
import org.pokana.messaging.Fades;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Which photos everybody may see: none, until somebody says so of each. Where they are shown is up to {@link Album}. */
@Component
class PublicPhotos implements Fades {

    private final MongoOperations store;

    PublicPhotos(MongoOperations store) {
        this.store = store;
    }

    /**
     * False for one that somebody does not want to be seen on. That wish and this meet in one document, so that neither
     * misses the other, however close they come.
     */
    boolean show(Material photo, Item item) {
        var allowed = is(item).and("barred").ne(true);
        try {
            store.upsert(query(allowed), state(photo, true, false), PublicPhoto.class);
            return true;
        } catch (DuplicateKeyException barredOrShownMeanwhile) {
            return isShown(item);
        }
    }

    /** False when nobody saw it anyway. */
    boolean hide(Item item) {
        return store.remove(query(is(item).and("shown").is(true)), PublicPhoto.class)
                        .getDeletedCount()
                > 0;
    }

    /** For good; says whether everybody could see it until now. */
    boolean bar(Material photo, Item item) {
        var before = store.findAndModify(
                query(is(item)),
                state(photo, false, true),
                FindAndModifyOptions.options().upsert(true),
                PublicPhoto.class);
        return before != null && before.shown();
    }

    private static Update state(Material photo, boolean shown, boolean barred) {
        return Update.update("forum", photo.forum())
                .set("shown", shown)
                .set("barred", barred)
                .set("at", photo.at());
    }

    boolean isShown(Item item) {
        return store.exists(query(is(item).and("shown").is(true)), PublicPhoto.class);
    }

    boolean isBarred(Item item) {
        return store.exists(query(is(item).and("barred").is(true)), PublicPhoto.class);
    }

    /** The files, by forum; some of them may be gone by now. */
    Map<String, Set<String>> shown(Collection<String> forums) {
        return store.find(query(where("forum").in(forums).and("shown").is(true)), PublicPhoto.class).stream()
                .collect(Collectors.groupingBy(
                        PublicPhoto::forum, Collectors.mapping(PublicPhoto::id, Collectors.toSet())));
    }

    /** The photo itself is gone. */
    void drop(Item item) {
        store.remove(query(is(item)), PublicPhoto.class);
    }

    private static Criteria is(Item item) {
        return where("_id").is(item.file());
    }

    @Override
    public long fade(Instant before) {
        return store.remove(query(where("at").lt(before)), PublicPhoto.class).getDeletedCount();
    }
}
