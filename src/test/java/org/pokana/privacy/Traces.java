package org.pokana.privacy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bson.RawBsonDocument;
import org.springframework.data.mongodb.core.MongoOperations;

/** Finds whatever is left of somebody, byte by byte, in every document of every collection. */
public final class Traces {

    private Traces() {}

    /** Where the marker is found, as {@code collection: document}. */
    public static List<String> of(String marker, MongoOperations store) {
        var found = new ArrayList<String>();
        for (String collection : store.getCollectionNames()) {
            store.execute(collection, documents -> {
                for (RawBsonDocument document :
                        documents.withDocumentClass(RawBsonDocument.class).find()) {
                    var bytes = new byte[document.getByteBuffer().remaining()];
                    document.getByteBuffer().get(bytes);
                    if (new String(bytes, StandardCharsets.UTF_8).contains(marker)) {
                        found.add(collection + ": " + document.toJson());
                    }
                }
                return null;
            });
        }
        return found;
    }
}
