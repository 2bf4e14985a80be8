package org.pokana.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pokana.PokanaApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Starts the whole service, as an operator does. */
@ExtendWith(OutputCaptureExtension.class)
class StoreStartTests {

    @TempDir
    Path data;

    @Test
    void startsWithNothingInstalledAndKeepsWhatItWasTold() {
        try (ConfigurableApplicationContext pokana = start("--pokana.store.data=" + data)) {
            pokana.getBean(MongoTemplate.class).insert(new Document("_id", "olena"), "people");
            assertThat(pokana.getBean(Leases.class)).isNotNull();
            pokana.getBean(Upkeep.class).backup();
        }

        assertThat(data.resolve("pokana.mv")).exists();
        assertThat(data.resolve("backups")).isNotEmptyDirectory();
        try (ConfigurableApplicationContext pokana = start("--pokana.store.data=" + data)) {
            assertThat(pokana.getBean(MongoTemplate.class).findById("olena", Document.class, "people"))
                    .isNotNull();
        }
    }

    @Test
    void saysInOneSentenceThatTheDataFileIsDamaged(CapturedOutput output) throws IOException {
        Files.writeString(data.resolve("pokana.mv"), "not a store".repeat(2000));

        assertThatThrownBy(() -> start("--pokana.store.data=" + data)).isInstanceOf(Exception.class);

        assertThat(output)
                .contains("The data file " + data.resolve("pokana.mv") + " is damaged and was not opened.")
                .contains("Copy the newest file from " + data.resolve("backups") + " over it")
                .doesNotContain("\tat org.springframework");
    }

    @Test
    void saysInOneSentenceThatTheAddressIsMalformed(CapturedOutput output) {
        assertThatThrownBy(() -> start("--pokana.store.uri=localhost:27017")).isInstanceOf(Exception.class);

        assertThat(output)
                .contains("POKANA_MONGODB_URI is not a MongoDB address.")
                .contains("Write it like mongodb://host:27017/pokana")
                .doesNotContain("\tat org.springframework");
    }

    @Test
    void saysInOneSentenceThatNobodyAnswersThere(CapturedOutput output) throws IOException {
        int unused;
        try (ServerSocket socket = new ServerSocket(0)) {
            unused = socket.getLocalPort();
        }

        assertThatThrownBy(() -> start("--pokana.store.uri=mongodb://olena:secret@127.0.0.1:" + unused))
                .isInstanceOf(Exception.class);

        assertThat(output)
                .contains("The MongoDB at 127.0.0.1:" + unused + " did not answer within 5 seconds.")
                .doesNotContain("secret")
                .doesNotContain("\tat org.springframework");
    }

    @Test
    void worksWithAServerThatSomebodyElseRuns() {
        try (TestStore.InMemory elsewhere = new TestStore.InMemory();
                ConfigurableApplicationContext pokana = start("--pokana.store.uri=" + elsewhere.uri())) {
            assertThat(pokana.getBean(Store.class)).isInstanceOf(RealStore.class);
            assertThat(pokana.getBean(MongoTemplate.class).insert(new Document("_id", 1), "people"))
                    .isNotNull();
        }
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(PokanaApplication.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("noTests", new NoTests()))
                .properties("server.port=0")
                .run(arguments);
    }

    /** What tests of other packages configure for themselves is no part of the service. */
    private static final class NoTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            return type.getResource().getURL().getPath().contains("/test-classes/");
        }
    }
}
