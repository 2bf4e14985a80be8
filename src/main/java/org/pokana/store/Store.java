package org.pokana.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import org.bson.UuidRepresentation;

/** The MongoDB server in use. */
interface Store extends Upkeep, AutoCloseable {

    ConnectionString uri();

    /** Sets what this server needs of a client, whatever its address says. */
    default void configure(MongoClientSettings.Builder client) {
        client.uuidRepresentation(UuidRepresentation.STANDARD);
    }

    /** Throws a {@link StoreFailure} if changes are not accepted at present. */
    default void requireSound() {}

    @Override
    default void close() {}
}
