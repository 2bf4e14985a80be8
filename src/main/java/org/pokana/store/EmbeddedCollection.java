package org.pokana.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A collection in the data file that reads through its indexes and never changes a document that a reader holds. */
final class EmbeddedCollection extends AbstractSynchronizedMongoCollection<Object> {

    private final MVMap<Object, Document> documents;
    private final LongAdder examined;
    private Reading reading = Reading.TO_SHOW;

    EmbeddedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            MVMap<Object, Document> documents,
            LongAdder examined) {
        super(database, name, options, cursors);
        this.documents = documents;
        this.examined = examined;
    }

    @Override
    public synchronized Document updateDocuments(
            Document query, Document update, ArrayFilters filters, boolean all, boolean upsert, Oplog oplog) {
        reading = all ? Reading.TO_CHANGE_ALL : Reading.TO_CHANGE_ONE;
        try {
            return super.updateDocuments(query, update, filters, all, upsert, oplog);
        } finally {
            reading = Reading.TO_SHOW;
        }
    }

    @Override
    public synchronized Document findAndModify(Document command) {
        reading = Reading.TO_CHANGE_ONE;
        try {
            return super.findAndModify(command);
        } finally {
            reading = Reading.TO_SHOW;
        }
    }

    @Override
    public synchronized int count(@Nullable Document query, int skip, int limit) {
        return super.count(query, skip, limit);
    }

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        int most = reading == Reading.TO_CHANGE_ONE ? 1 : limit;
        IndexChoice.Positions positions = new IndexChoice(getIndexes(), query, orderBy).positions();
        QueryResult result = positions == null
                ? matchDocuments(query, orderBy, skip, most, batchSize, projection)
                : matchDocuments(
                        query,
                        positions.values(),
                        positions.inOrder() ? null : orderBy,
                        skip,
                        most,
                        batchSize,
                        projection);
        return reading == Reading.TO_SHOW ? result : copied(result);
    }

    /** The library changes a document where it is, while a reader's thread may still be writing it to the wire. */
    private static QueryResult copied(QueryResult result) {
        List<Document> copies = StreamSupport.stream(result.spliterator(), false)
                .map(Document::cloneDeeply)
                .toList();
        return new QueryResult(copies);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        Stream<Document> all = streamAllDocumentsWithPosition().map(DocumentWithPosition::getDocument);
        Stream<Document> natural = isNaturalDescending(orderBy) ? reversed(all.toList()) : all;
        return matchDocumentsFromStream(natural, query, orderBy, skip, limit, batchSize, projection);
    }

    private static Stream<Document> reversed(List<Document> documents) {
        List<Document> reversed = new ArrayList<>(documents);
        Collections.reverse(reversed);
        return reversed.stream();
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .peek(entry -> examined.increment())
                .map(entry -> new DocumentWithPosition<>(entry.getValue(), entry.getKey()));
    }

    @Override
    protected Document getDocument(Object position) {
        examined.increment();
        return Objects.requireNonNull(documents.get(position));
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        String idField = getIdField();
        if (idField == null) {
            return addAtFreePosition(document);
        }
        Object position = Missing.ofNullable(Utils.getSubdocumentValue(document, idField));
        if (documents.putIfAbsent(position, document) != null) {
            throw new IllegalStateException("a document with this key is already in " + this);
        }
        return position;
    }

    /** Only the server's own lists of collections and indexes have documents without an id. */
    private Object addAtFreePosition(Document document) {
        long position = documents.size();
        while (documents.putIfAbsent(position, document) != null) {
            position++;
        }
        return position;
    }

    @Override
    protected void handleUpdate(Object position, Document before, Document after) {
        documents.put(position, after);
    }

    @Override
    protected void removeDocument(Object position) {
        documents.remove(position);
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int change) {}

    @Override
    protected int getDataSize() {
        return 0;
    }

    private enum Reading {
        TO_SHOW,
        TO_CHANGE_ONE,
        TO_CHANGE_ALL
    }
}
