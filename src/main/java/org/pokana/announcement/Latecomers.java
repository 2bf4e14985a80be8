package org.pokana.announcement;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.util.Optional;
import org.pokana.announcement.Announcement.State;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Registrations;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Hands an announcement that stands to those who registered for its forum after it was sent. */
@Component
public class Latecomers {

    private final MongoOperations store;
    private final Forums forums;
    private final Registrations registrations;
    private final HandingOut handingOut;
    private final Clock clock;

    Latecomers(MongoOperations store, Forums forums, Registrations registrations, HandingOut handingOut, Clock clock) {
        this.store = store;
        this.forums = forums;
        this.registrations = registrations;
        this.handingOut = handingOut;
        this.clock = clock;
    }

    /** One tick: any instance, any number of times; whoever has it does not get it again. */
    public void welcome() {
        var standing = where("terms.standing")
                .is(true)
                .and("settled")
                .is(true)
                .and("state")
                .is(State.DONE);
        store.find(query(standing), Announcement.class).forEach(this::welcome);
    }

    private void welcome(Announcement announcement) {
        forum(announcement).ifPresent(forum -> {
            long seats = forum.desk().numbers(); // raised by every seat given
            if (seats == announcement.seatsSeen()) {
                return;
            }
            handingOut.handTo(announcement, registrations.seated(forum));
            store.updateFirst(
                    query(where("_id").is(announcement.id())), Update.update("seatsSeen", seats), Announcement.class);
        });
    }

    private Optional<Forum> forum(Announcement announcement) {
        var latest = announcement.terms().notAfter();
        boolean stands = latest == null || clock.instant().isBefore(latest);
        return forums.find(announcement.audience().key())
                .filter(forum -> stands && !forum.isCancelled() && !forum.isOver(clock.instant()));
    }
}
