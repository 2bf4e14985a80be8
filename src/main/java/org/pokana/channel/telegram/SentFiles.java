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

    Optional<String> find(Content.Document document) {
        try {
            return Optional.ofNullable(store.findById(id(document), SentFile.class))
                    .map(SentFile::fileId);
        } catch (DataAccessException e) {
            log.debug("nobody knows whether the file was sent before", e);
            return Optional.empty();
        }
    }

    void remember(Content.Document document, String fileId) {
        try {
            store.save(new SentFile(id(document), fileId, clock.instant()));
        } catch (DataAccessException e) {
            log.debug("a sent file was not remembered", e);
        }
    }

    void forget(Content.Document document) {
        try {
            store.remove(query(where("_id").is(id(document))), SentFile.class);
        } catch (DataAccessException e) {
            log.debug("a sent file was not forgotten", e);
        }
    }

    /** The name belongs to it: Telegram shows a file under the name it was uploaded with. */
    private String id(Content.Document document) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((document.name() + "\n" + document.type() + "\n").getBytes(UTF_8));
            return bot + ":" + HexFormat.of().formatHex(digest.digest(document.bytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public long fade(Instant before) {
        return store.remove(query(where("at").lt(before)), SentFile.class).getDeletedCount();
    }
}
