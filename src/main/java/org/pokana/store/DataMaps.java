package org.pokana.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Set;
import java.util.stream.Collectors;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.DataType;

/** The maps inside the data file: one for each collection, one for each unique index. */
final class DataMaps {

    private static final String DOCUMENTS = "documents:";
    private static final String INDEX = "index:";

    private final MVStore store;

    DataMaps(MVStore store) {
        this.store = store;
    }

    Set<String> databases() {
        return store.getMapNames().stream()
                .filter(name -> name.startsWith(DOCUMENTS))
                .map(name -> name.substring(DOCUMENTS.length(), name.indexOf('.')))
                .collect(Collectors.toUnmodifiableSet());
    }

    MVMap<Object, Document> documents(String collection) {
        return open(DOCUMENTS + collection, DocumentType.INSTANCE);
    }

    MVMap<Object, Object> index(String collection, String index) {
        return open(INDEX + collection + ":" + index, ValueType.INSTANCE);
    }

    void removeDocuments(String collection) {
        store.removeMap(DOCUMENTS + collection);
    }

    void removeIndex(String collection, String index) {
        store.removeMap(INDEX + collection + ":" + index);
    }

    /** Reads every key and value once, so that damage shows now and not when somebody needs the document. */
    void readAll() {
        for (String name : store.getMapNames()) {
            if (name.startsWith(DOCUMENTS)) {
                open(name, DocumentType.INSTANCE).forEach((key, value) -> {});
            } else if (name.startsWith(INDEX)) {
                open(name, ValueType.INSTANCE).forEach((key, value) -> {});
            }
        }
    }

    void copyTo(DataMaps other) {
        for (String name : store.getMapNames()) {
            if (name.startsWith(DOCUMENTS)) {
                MVMap<Object, Document> copy = other.open(name, DocumentType.INSTANCE);
                open(name, DocumentType.INSTANCE).forEach(copy::put);
            } else if (name.startsWith(INDEX)) {
                MVMap<Object, Object> copy = other.open(name, ValueType.INSTANCE);
                open(name, ValueType.INSTANCE).forEach(copy::put);
            }
        }
    }

    private <V> MVMap<Object, V> open(String name, DataType<V> values) {
        return store.openMap(
                name, new MVMap.Builder<Object, V>().keyType(ValueType.INSTANCE).valueType(values));
    }
}
