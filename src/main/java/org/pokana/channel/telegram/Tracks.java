package org.pokana.channel.telegram;

import java.time.Clock;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoOperations;

/** Where the bots' tracks are kept, so that a restart gives an update that comes again the id it had. */
final class Tracks {

    private final MongoOperations store;
    private final Clock clock;

    Tracks(MongoOperations store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Track find(String bot) {
        var track = store.findById(bot, Track.class);
        return track == null ? Track.start(bot, clock.instant()) : track;
    }

    /** Empty as long as nothing came. */
    Optional<Track> known(String bot) {
        return Optional.ofNullable(store.findById(bot, Track.class));
    }

    void save(Track track) {
        store.save(track);
    }
}
