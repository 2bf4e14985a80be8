package org.pokana.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Function;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PowerLossTests {

    private static final int LIVE = 60;

    @TempDir
    Path folder;

    private int cuts;
    private int refused;
    private int lost;

    @Test
    void keepsEveryAcknowledgedChange() throws IOException {
        writeWithPowerCuts(250, true, DataFile::opened);

        assertThat(cuts).isGreaterThan(100);
        assertThat(refused).isZero();
        assertThat(lost).isZero();
    }

    /** A control: it is not enough that everything is forced to the disk in the end. */
    @Test
    void cannotAlwaysBeOpenedIfTheOrderOfWritingIsLeftToTheDisk() throws IOException {
        writeWithPowerCuts(250, true, PowerLossTests::openedWithoutOrder);

        assertThat(lost + refused).isPositive();
    }

    /** Another control: a disk that ignores being forced. */
    @Test
    void losesChangesThatWereNotForcedToTheDisk() throws IOException {
        writeWithPowerCuts(40, false, DataFile::opened);

        assertThat(lost + refused).isPositive();
    }

    private static MVStore openedWithoutOrder(String name) {
        MVStore store = new MVStore.Builder()
                .fileName(name)
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .compress()
                .open();
        store.setRetentionTime(0);
        store.setVersionsToKeep(1);
        return store;
    }

    private void writeWithPowerCuts(int commits, boolean forcing, Function<String, MVStore> open) throws IOException {
        Path path = folder.resolve("pokana.mv");
        try (DataLock lock = DataLock.take(folder)) {
            DataFile.open(path, folder, lock).close();
            PowerCutDisk disk = new PowerCutDisk(path, forcing);
            MVStore store = open.apply(PowerCutDisk.name(path));
            DataFile file = new DataFile(path, store, lock);
            MVMap<Object, Document> documents = new DataMaps(store).documents("pokana.items");
            Random random = new Random(36);
            for (int i = 0; i < commits; i++) {
                change(documents, i, random);
                file.commit();
                if (random.nextInt(2) == 0) {
                    powerCut(disk.cut(random), i - 1, lock.version());
                }
                file.sync();
                if (random.nextInt(10) == 0) {
                    powerCut(disk.cut(random), i, lock.version());
                }
                if (i % 50 == 49) {
                    file.compact();
                }
            }
            store.closeImmediately();
        }
    }

    private static void change(MVMap<Object, Document> documents, int i, Random random) {
        byte[] noise = new byte[i % 7 * 700];
        random.nextBytes(noise);
        documents.put("i" + i, new Document("_id", "i" + i).append("n", i).append("noise", new BinData(noise)));
        documents.put("last", new Document("_id", "last").append("n", i));
        documents.remove("i" + (i - LIVE));
    }

    private void powerCut(byte[] found, int acknowledged, long version) throws IOException {
        cuts++;
        Path after = Files.createDirectories(folder.resolve("after" + cuts));
        Path path = after.resolve("pokana.mv");
        Files.write(path, found);
        try (DataLock lock = DataLock.take(after)) {
            lock.remember(version);
            try (DataFile file = DataFile.open(path, after, lock)) {
                if (!isComplete(new DataMaps(file.store()).documents("pokana.items"), acknowledged)) {
                    lost++;
                }
            }
        } catch (StoreFailure e) {
            refused++;
        }
        Files.delete(path);
    }

    private static boolean isComplete(MVMap<Object, Document> documents, int acknowledged) {
        if (acknowledged < 0) {
            return true;
        }
        Document last = documents.get("last");
        int newest = last == null ? -1 : (int) last.get("n");
        if (newest < acknowledged) {
            return false;
        }
        for (int i = Math.max(0, newest - LIVE + 1); i <= newest; i++) {
            Document document = documents.get("i" + i);
            if (document == null || !document.get("n").equals(i)) {
                return false;
            }
        }
        return documents.size() == Math.min(newest + 1, LIVE) + 1;
    }
}
