package org.pokana.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DurabilityTests {

    @TempDir
    Path data;

    @Test
    void losesNothingAcknowledgedWhenTheProcessIsKilled() throws Exception {
        List<String> acknowledged = writeUntilKilled("safe");

        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(200);
        try (TestStore store = TestStore.onDisk(data)) {
            MongoCollection<Document> items = store.mongo().getCollection("items");
            assertThat(found(items, acknowledged)).isEqualTo(acknowledged.size());
            assertThat(items.countDocuments(new Document("_id", new Document("$regex", "-with$"))))
                    .as("both documents of one command or none")
                    .isEqualTo(items.countDocuments(new Document("state", null)) / 2);
        }
    }

    /** The control: without the commit gate the same kill does lose writes. */
    @Test
    void losesAcknowledgedWritesWithoutTheCommitGate() throws Exception {
        List<String> acknowledged = writeUntilKilled("hasty");

        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(200);
        try (TestStore store = TestStore.onDisk(data)) {
            assertThat(found(store.mongo().getCollection("items"), acknowledged))
                    .isLessThan(acknowledged.size());
        }
    }

    private static long found(MongoCollection<Document> items, List<String> ids) {
        return items.countDocuments(new Document("_id", new Document("$in", ids)));
    }

    private List<String> writeUntilKilled(String mode) throws IOException, InterruptedException {
        Process process = OtherProcess.running(Acknowledging.class, data.toString(), mode);
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.startsWith("kept ") && line.endsWith(".")) {
                    acknowledged.add(line.substring(5, line.length() - 1));
                }
                if (acknowledged.size() == 200) {
                    // By its handle, which leaves the output to be read to its end.
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.toHandle().destroyForcibly();
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return acknowledged;
    }
}
