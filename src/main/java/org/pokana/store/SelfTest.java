package org.pokana.store;

import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;

/** Does everything once that our promises rest on, before anybody is promised anything. */
final class SelfTest {

    private final MongoCollection<Document> scratch;

    SelfTest(MongoDatabase database, InstanceId me) {
        // Instances that start together must not disturb each other.
        scratch = database.getCollection("selftest_" + me.value());
    }

    void run() {
        try {
            new Operations(scratch).all().forEach(this::check);
        } finally {
            scratch.drop();
        }
    }

    private void check(String name, Runnable operation) {
        scratch.drop();
        try {
            operation.run();
        } catch (MongoTimeoutException | MongoSocketException e) {
            throw e;
        } catch (RuntimeException e) {
            throw StoreFailure.lacks(name, e);
        }
    }
}
