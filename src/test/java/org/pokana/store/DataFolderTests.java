package org.pokana.store;

import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DataFolderTests {

    private static final int PEOPLE = 300;

    @TempDir
    Path data;

    private Path file;

    @BeforeEach
    void fillStore() {
        file = data.resolve("pokana.mv");
        try (TestStore store = TestStore.onDisk(data)) {
            store.mongo()
                    .getCollection("people")
                    .insertMany(IntStream.range(0, PEOPLE)
                            .mapToObj(i -> new Document("_id", i).append("name", "олена " + new Random(i).nextLong()))
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void isNotOpenedWhenTheFileIsDamaged(Damage damage) throws IOException {
        damage.to(file);
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(this::open)
                .isInstanceOf(StoreFailure.class)
                .hasMessage("The data file %s is damaged and was not opened.", file)
                .satisfies(e -> assertThat(((StoreFailure) e).action())
                        .contains(
                                "Copy the newest file from " + data.resolve("backups"), "move it away to start empty"));
        assertThat(Files.readAllBytes(file)).as("left as it was").isEqualTo(before);
        assertThatThrownBy(this::open).as("and the lock was given back").hasMessageContaining("damaged");
    }

    @Test
    void isEitherWholeOrNotOpenedWhereverAByteIsWrong() throws IOException {
        byte[] sound = Files.readAllBytes(file);
        Random random = new Random(38);
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            byte[] damaged = sound.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            try (TestStore store = TestStore.onDisk(data)) {
                assertThat(store.mongo().getCollection("people").countDocuments())
                        .isEqualTo(PEOPLE);
            } catch (StoreFailure e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void startsEmptyWhereNothingWasAndAfterTheFileWasMovedAway() throws IOException {
        Files.move(file, data.resolve("moved-away.mv"));

        try (TestStore store = TestStore.onDisk(data)) {
            assertThat(store.mongo().getCollection("people").countDocuments()).isZero();
        }
    }

    @Test
    void comesBackFromABackupThatWasPutInItsPlace() throws IOException {
        try (EmbeddedStore store = open()) {
            store.backup();
        }
        Damage.TEXT.to(file);
        Files.copy(
                new Backups(data.resolve("backups"), Clock.systemUTC())
                        .newestFirst()
                        .get(0),
                file,
                StandardCopyOption.REPLACE_EXISTING);

        try (TestStore store = TestStore.onDisk(data)) {
            assertThat(store.mongo().getCollection("people").countDocuments()).isEqualTo(PEOPLE);
        }
    }

    @Test
    void isRefusedToASecondProcess() throws Exception {
        Process other = OtherProcess.running(Holding.class, data.toString());
        try {
            assertThat(other.inputReader().lines().anyMatch("holding"::equals)).isTrue();

            assertThatThrownBy(this::open)
                    .isInstanceOf(StoreFailure.class)
                    .hasMessage("The data folder %s is already used by another running Pokana.", data);
        } finally {
            other.destroyForcibly().waitFor();
        }
        open().close();
    }

    @Test
    void isRefusedToASecondProcessAlsoAfterABackup() throws Exception {
        try (EmbeddedStore store = open()) {
            store.backup();

            Process other = OtherProcess.running(Holding.class, data.toString());

            assertThat(other.inputReader().lines().anyMatch("holding"::equals)).isFalse();
            other.destroyForcibly();
        }
    }

    @Test
    void isRefusedASecondTimeInOneProcess() {
        try (EmbeddedStore store = open()) {
            assertThat(store.uri()).isNotNull();
            assertThatThrownBy(this::open).hasMessageContaining("already used");
        }
        open().close();
    }

    @Test
    void saysThatItCannotBeWritten() {
        assertThatThrownBy(() -> EmbeddedStore.open(file.resolve("below-a-file"), "p", Clock.systemUTC()))
                .isInstanceOf(StoreFailure.class)
                .hasMessageStartingWith("Pokana cannot write to " + file)
                .satisfies(e -> assertThat(((StoreFailure) e).action()).contains("POKANA_DATA"));
    }

    private EmbeddedStore open() {
        return EmbeddedStore.open(data, TestStore.PASSWORD, Clock.systemUTC());
    }

    enum Damage {
        EMPTY {
            @Override
            void to(Path file) throws IOException {
                Files.write(file, new byte[0]);
            }
        },
        TEXT {
            @Override
            void to(Path file) throws IOException {
                Files.write(file, "not a store at all".repeat(1000).getBytes(StandardCharsets.UTF_8));
            }
        },
        ONLY_THE_HEADER {
            @Override
            void to(Path file) throws IOException {
                truncate(file, 8192);
            }
        },
        HALF {
            @Override
            void to(Path file) throws IOException {
                truncate(file, Files.size(file) / 2);
            }
        },
        ZEROED {
            @Override
            void to(Path file) throws IOException {
                Files.write(file, new byte[(int) Files.size(file)]);
            }
        },
        OVERWRITTEN_BEHIND_THE_HEADER {
            @Override
            void to(Path file) throws IOException {
                try (FileChannel channel = FileChannel.open(file, WRITE)) {
                    channel.write(ByteBuffer.allocate((int) Files.size(file) - 8192), 8192);
                }
            }
        };

        abstract void to(Path file) throws IOException;

        static void truncate(Path file, long length) throws IOException {
            try (FileChannel channel = FileChannel.open(file, WRITE)) {
                channel.truncate(length);
            }
        }
    }
}
