package org.pokana.announcement;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.pokana.forum.Forums;
import org.pokana.kernel.Attachment.Item;
import org.pokana.messaging.Holds;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Keeps what comes with an announcement as long as somebody may still get it, and then as long as what was said. */
@Component
class AnnouncedFiles implements Holds {

    private final MongoOperations store;
    private final Forums forums;

    AnnouncedFiles(MongoOperations store, Forums forums) {
        this.store = store;
        this.forums = forums;
    }

    @Override
    public Set<String> held(Instant before) {
        return store.find(query(where("media.0").exists(true)), Announcement.class).stream()
                .filter(announcement -> isNeeded(announcement, before))
                .flatMap(announcement -> announcement.items().stream())
                .map(Item::file)
                .collect(Collectors.toSet());
    }

    private boolean isNeeded(Announcement announcement, Instant before) {
        return !announcement.settled()
                || announcement.dueAt().isAfter(before)
                || announcement.frozenAt().isAfter(before)
                || announcement.terms().standing()
                        && isToCome(announcement.audience().key(), before);
    }

    private boolean isToCome(String forum, Instant before) {
        return forums.find(forum).filter(one -> one.ends().isAfter(before)).isPresent();
    }
}
