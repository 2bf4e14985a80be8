package org.pokana.followup;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.pokana.kernel.Attachment.Item;
import org.pokana.messaging.Fades;
import org.pokana.messaging.KeptFiles;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;

/**
 * What everybody sees of a photo, in two sizes. They are made when it is put on the page and kept beside it, so that no
 * stranger's visit ever unpacks a picture.
 */
@Component
class Prints implements Fades {

    private final MongoOperations store;
    private final KeptFiles files;

    /** A large photo takes some forty megabytes while it is open. */
    private final Lock darkroom = new ReentrantLock();

    Prints(MongoOperations store, KeptFiles files) {
        this.store = store;
        this.files = files;
    }

    /** @param at when the photo came, as it goes with it */
    @Document("photoPrints")
    record Print(@Id String id, @Indexed String file, byte[] bytes, Instant at) {

        static String id(String file, PrintSize size) {
            return file + ":" + size.said();
        }
    }

    /** Only of what we keep ourselves. */
    boolean canBeMade(Item item) {
        return files.find(item.file()).isPresent();
    }

    /** False when the photo cannot be read. */
    boolean make(Material photo, Item item) {
        return !made(photo, item).isEmpty();
    }

    Optional<byte[]> find(Material photo, Item item, PrintSize size) {
        var print = store.findById(Print.id(item.file(), size), Print.class);
        // Missing only if it was shown again while somebody took it back.
        return print != null
                ? Optional.of(print.bytes())
                : Optional.ofNullable(made(photo, item).get(size));
    }

    private Map<PrintSize, byte[]> made(Material photo, Item item) {
        darkroom.lock();
        try {
            var prints = files.find(item.file())
                    .flatMap(files::bytes)
                    .map(Darkroom::develop)
                    .orElse(Map.of());
            prints.forEach((size, bytes) ->
                    store.save(new Print(Print.id(item.file(), size), item.file(), bytes, photo.at())));
            return prints;
        } finally {
            darkroom.unlock();
        }
    }

    void drop(Item item) {
        store.remove(query(where("file").is(item.file())), Print.class);
    }

    @Override
    public long fade(Instant before) {
        return store.remove(query(where("at").lt(before)), Print.class).getDeletedCount();
    }
}
