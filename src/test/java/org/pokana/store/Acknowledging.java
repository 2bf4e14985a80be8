package org.pokana.store;

import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.bson.Document;

/** A process that writes without end and prints each id once it is acknowledged; to be killed. */
final class Acknowledging {

    private static final int WRITERS = 4;

    private Acknowledging() {}

    public static void main(String[] args) {
        Path data = Path.of(args[0]);
        Store store = args[1].equals("safe")
                ? EmbeddedStore.open(data, TestStore.PASSWORD, Clock.systemUTC())
                : new TestStore.InMemory(hasty(data));
        MongoCollection<Document> items = new TestStore(store).mongo().getCollection("items");
        for (int writer = 0; writer < WRITERS; writer++) {
            String name = "w" + writer + "-";
            new Thread(() -> write(items, name)).start();
        }
    }

    /** Acknowledges as soon as a change is in memory. */
    private static EmbeddedBackend hasty(Path data) {
        DataFile file = DataFile.open(data.resolve("pokana.mv"), data.resolve("backups"), DataLock.take(data));
        return new EmbeddedBackend(
                file.store(), new CommitGate(new TestStore.NoDisk()), TestStore.PASSWORD, Clock.systemUTC());
    }

    private static void write(MongoCollection<Document> items, String name) {
        for (int i = 0; ; i++) {
            String id = name + i;
            if (i % 2 == 0) {
                items.insertOne(new Document("_id", id).append("state", "NEW"));
            } else {
                items.insertMany(List.of(new Document("_id", id), new Document("_id", id + "-with")));
            }
            System.out.println("kept " + id + ".");
        }
    }
}
