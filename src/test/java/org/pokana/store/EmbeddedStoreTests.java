package org.pokana.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;

class EmbeddedStoreTests extends StoreContract {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-03-18T07:00:00Z"), ZoneOffset.UTC);

    /** Of a megabyte each: more than from where a file is written anew. */
    private static final int FILES = 20;

    @TempDir
    Path data;

    @TempDir
    Path other;

    @Override
    TestStore open() {
        return TestStore.onDisk(data);
    }

    @Test
    void remembersEverythingAfterARestart() {
        try (TestStore before = TestStore.onDisk(other)) {
            before.mongo().getCollection("people").insertOne(olena());
            before.mongo().indexOps("people").createIndex(new Index("town", Sort.Direction.ASC));
        }

        try (TestStore after = TestStore.onDisk(other)) {
            assertThat(after.mongo()
                            .getCollection("people")
                            .find(new Document("town", "Хасково"))
                            .first())
                    .isEqualTo(olena());
            assertThat(after.mongo().indexOps("people").getIndexInfo()).hasSize(2);
        }
    }

    @Test
    void copiesOneMomentWhilePeopleWrite() throws Exception {
        try (EmbeddedStore server = EmbeddedStore.open(other, TestStore.PASSWORD, CLOCK);
                TestStore writing = new TestStore(server)) {
            CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> insertInPairs(writing, 60));
            server.backup();
            writer.join();
        }

        Path backup = other.resolve("backups/pokana-2027-03-18T07-00-00Z.mv");
        Path restored = Files.createDirectory(other.resolve("restored"));
        Files.copy(backup, restored.resolve("pokana.mv"));
        try (TestStore store = TestStore.onDisk(restored)) {
            assertThat(store.mongo().getCollection("pairs").countDocuments() % 2)
                    .isZero();
        }
    }

    private static void insertInPairs(TestStore store, int pairs) {
        for (int i = 0; i < pairs; i++) {
            store.mongo().getCollection("pairs").insertMany(List.of(new Document("n", i), new Document("n", i)));
        }
    }

    @Test
    void keepsTheNewestBackups() throws IOException {
        for (int hour = 0; hour < 26; hour++) {
            Clock clock = Clock.offset(CLOCK, Duration.ofHours(hour));
            try (EmbeddedStore server = EmbeddedStore.open(other, TestStore.PASSWORD, clock)) {
                server.backup();
            }
        }

        List<Path> kept = new Backups(other.resolve("backups"), CLOCK).newestFirst();
        assertThat(kept).hasSize(24);
        assertThat(kept.get(0)).hasFileName("pokana-2027-03-19T08-00-00Z.mv");
    }

    @Test
    void usesTheSpaceOfWhatWasDeletedAgain() throws IOException {
        try (EmbeddedStore server = EmbeddedStore.open(other, TestStore.PASSWORD, CLOCK);
                TestStore store = new TestStore(server)) {
            insertFiles(store);
            long full = Files.size(other.resolve("pokana.mv"));
            store.mongo().getCollection("files").deleteMany(new Document());
            server.compact();

            insertFiles(store);

            assertThat(Files.size(other.resolve("pokana.mv"))).isLessThan(full * 5 / 4);
        }
    }

    @Test
    void givesTheSpaceOfWhatWasDeletedBackAtTheNextStart() throws IOException {
        try (TestStore store = TestStore.onDisk(other)) {
            insertFiles(store);
            store.mongo().getCollection("files").deleteMany(new Document("_id", new Document("$lt", FILES - 1)));
        }

        try (TestStore store = TestStore.onDisk(other)) {
            assertThat(Files.size(other.resolve("pokana.mv"))).isLessThan(4 << 20);
            assertThat(store.mongo().getCollection("files").countDocuments()).isEqualTo(1);
            assertThat(other.resolve("pokana.mv.new")).doesNotExist();
        }
    }

    private static void insertFiles(TestStore store) {
        for (int i = 0; i < FILES; i++) {
            store.mongo().getCollection("files").insertOne(new Document("_id", i).append("content", noise(i)));
        }
    }

    private static byte[] noise(int seed) {
        byte[] bytes = new byte[1 << 20];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @Test
    void answersOnlyTheProcessThatKnowsThePassword() {
        try (EmbeddedStore server = EmbeddedStore.open(other, TestStore.PASSWORD, CLOCK);
                MongoClient stranger = MongoClients.create(
                        "mongodb://" + server.uri().getHosts().get(0))) {
            assertThatThrownBy(() -> stranger.getDatabase("pokana")
                            .getCollection("people")
                            .find()
                            .first())
                    .isInstanceOf(MongoCommandException.class)
                    .hasMessageContaining("Unauthorized");
        }
    }

    private static Document olena() {
        return new Document("_id", "olena").append("town", "Хасково");
    }
}
