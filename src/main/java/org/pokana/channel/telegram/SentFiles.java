package org.pokana.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.pokana.messaging.Content;
import org.pokana.messaging.Fades;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Remembers what was uploaded, so that a calendar entry for hundreds of people travels to Telegram once. It only saves
 * time: whatever is not known here is uploaded.
 */
final class SentFiles implements Fades {

    private static final Logger log = LoggerFactory.getLogger(SentFiles.class);

    private final MongoOperations store;
    private final String bot;
    private final Clock clock;

    SentFiles(MongoOperations store, String bot, Clock clock) {
        this.store = store;
        this.bot = bot;
        this.clock = clock;
    }

    /** The id that Telegram gave it. */
    Optional<String> find(String file) {
        try {
            return Optional.ofNullable(store.findById(id(file), SentFile.class)).map(SentFile::fileId);
        } catch (DataAccessException e) {
            log.debug("nobody knows whether the file was sent before", e);
            return Optional.empty();
        }
    }

    void remember(String file, String fileId) {
        try {
            store.save(new SentFile(id(file), fileId, clock.instant()));
        } catch (DataAccessException e) {
            log.debug("a sent file was not remembered", e);
        }
    }

    void forget(String file) {
        try {
            store.remove(query(where("_id").is(id(file))), SentFile.class);
        } catch (DataAccessException e) {
            log.debug("a sent file was not forgotten", e);
        }
    }

    private String id(String file) {
        return bot + ":" + file;
    }

    /** What a file of ours is remembered by. The name belongs to it: it is shown under the one it was uploaded with. */
    static String keyOf(Content.Document document) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((document.name() + "\n" + document.type() + "\n").getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest(document.bytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public long fade(Instant before) {
        return store.remove(query(where("at").lt(before)), SentFile.class).getDeletedCount();
    }
}
