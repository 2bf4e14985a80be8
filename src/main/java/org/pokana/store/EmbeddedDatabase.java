package org.pokana.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** A database in the data file. */
final class EmbeddedDatabase extends AbstractSynchronizedMongoDatabase<Object> {

    private final DataMaps maps;
    private final LongAdder examined;

    EmbeddedDatabase(String name, CursorRegistry cursors, DataMaps maps, LongAdder examined) {
        super(name, cursors);
        this.maps = maps;
        this.examined = examined;
        initializeNamespacesAndIndexes();
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        if (command.equals("aggregate") && query.get("aggregate") instanceof String name) {
            MongoCollection<Object> collection = resolveCollection(name, false);
            List<Document> stages = Aggregation.parse(query.get("pipeline"));
            if (collection != null && !stages.isEmpty() && stages.get(0).get("$match") instanceof Document match) {
                Aggregation rest =
                        Aggregation.fromPipeline(stages.subList(1, stages.size()), databases, this, collection, oplog);
                if (!rest.isModifying()) {
                    rest.validate(query);
                    return firstBatch(collection, rest.runStages(collection.handleQueryAsStream(match)));
                }
            }
        }
        return super.handleCommand(channel, command, query, databases, oplog);
    }

    private static Document firstBatch(MongoCollection<Object> collection, List<Document> documents) {
        Document cursor =
                new Document("id", 0L).append("ns", collection.getFullName()).append("firstBatch", documents);
        return new Document("cursor", cursor).append("ok", 1.0);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        var documents = maps.documents(getFullCollectionNamespace(name));
        return new EmbeddedCollection(this, name, options, cursorRegistry, documents, examined);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new UniqueIndex(maps.index(getFullCollectionNamespace(collection), name), name, keys, sparse);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new SecondaryIndex(name, keys);
    }

    @Override
    protected void dropIndex(MongoCollection<Object> collection, String name) {
        super.dropIndex(collection, name);
        maps.removeIndex(collection.getFullName(), name);
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        maps.removeDocuments(getFullCollectionNamespace(name));
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
        throw new MongoServerError(115, "CommandNotSupported", "the embedded store does not rename collections");
    }

    @Override
    protected long getFileSize() {
        return 0;
    }

    @Override
    protected long getStorageSize() {
        return 0;
    }
}
