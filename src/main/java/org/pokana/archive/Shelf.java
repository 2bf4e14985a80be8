package org.pokana.archive;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.store.LockObtainFailedException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Ids;
import org.pokana.store.DataFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Where the index lies: beside the data, or anywhere else for as long as we run when that cannot be. Opened when needed. */
@Component
class Shelf {

    private static final Logger log = LoggerFactory.getLogger(Shelf.class);
    private static final String STORE = "store";

    private final MongoOperations store;
    private final Ids ids;
    private final Path path;
    private @Nullable Path elsewhere;
    private @Nullable Index index;

    Shelf(MongoOperations store, Ids ids, DataFolder data) {
        this.store = store;
        this.ids = ids;
        this.path = data.path().resolve("search");
    }

    /** Of this store; empty if there was none yet, or only one of another store or version. */
    synchronized Index index() {
        var known = index;
        if (known != null) {
            return known;
        }
        var opened = opened();
        if (!storeId().equals(opened.notes().get(STORE))) {
            opened.clear();
            opened.commit(Map.of(STORE, storeId()));
            opened.refresh();
        }
        index = opened;
        return opened;
    }

    void commit(Map<String, String> notes) {
        var all = new HashMap<>(notes);
        all.put(STORE, storeId());
        index().commit(all);
    }

    private Index opened() {
        try {
            return Index.open(path);
        } catch (LockObtainFailedException somebodyElses) {
            return elsewhere(somebodyElses);
        } catch (IOException | RuntimeException damaged) {
            log.warn("the search index is made anew: {}", damaged.getClass().getSimpleName());
            return anew();
        }
    }

    private Index anew() {
        try {
            FileSystemUtils.deleteRecursively(path);
            return Index.open(path);
        } catch (IOException e) {
            return elsewhere(e);
        }
    }

    private Index elsewhere(IOException why) {
        try {
            var folder = Files.createTempDirectory("pokana-search");
            log.info(
                    "the search index is kept in {}: {}", folder, why.getClass().getSimpleName());
            elsewhere = folder;
            return Index.open(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files of another store must not be taken for this one's. */
    private String storeId() {
        var named = store.findAndModify(
                query(where("_id").is("archive")),
                new Update().setOnInsert(STORE, ids.next()),
                FindAndModifyOptions.options().upsert(true).returnNew(true),
                Document.class,
                "counters");
        return Objects.requireNonNull(named).getString(STORE);
    }

    @PreDestroy
    synchronized void close() throws IOException {
        if (index != null) {
            index.close();
            FileSystemUtils.deleteRecursively(elsewhere);
        }
    }
}
