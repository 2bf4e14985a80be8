package org.pokana.faq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pokana.SettableClock;
import org.pokana.messaging.BadContent;
import org.pokana.messaging.MessagesSettings;
import org.pokana.store.TestStore;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;

@ExtendWith(OutputCaptureExtension.class)
class BadContentTests {

    @TempDir
    Path folder;

    @Test
    void stopsTheStartWithOneSentence(CapturedOutput output) throws IOException {
        Files.writeString(folder.resolve("faq.yaml"), "- id: venue\n  topic: football\n");

        assertThatThrownBy(this::start).hasRootCauseInstanceOf(BadContent.class);

        assertThat(output)
                .contains("faq.yaml, line 2: unknown topic “football”.")
                .doesNotContain("\tat org.");
    }

    @Test
    void saysThatTheFolderIsNotThere(CapturedOutput output) {
        folder = folder.resolve("elsewhere");

        assertThatThrownBy(this::start).hasRootCauseInstanceOf(BadContent.class);

        assertThat(output)
                .contains("POKANA_MESSAGES is '" + folder + "': there is no such folder; name one that is there")
                .doesNotContain("\tat org.");
    }

    @Test
    void startsWithGoodContent() {
        try (var context = start()) {
            assertThat(context.getBean(Search.class).matches("паркинг")).isNotEmpty();
        }
    }

    private org.springframework.context.ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(OnlyContent.class)
                .web(WebApplicationType.NONE)
                .run("--pokana.messages=" + folder);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(MessagesSettings.class)
    @Import({Wiring.class, Entries.class, Seeding.class, Rereading.class})
    static class OnlyContent {

        @Bean
        TestStore store() {
            return TestStore.inMemory(FaqDocuments.ALL);
        }

        @Bean
        MongoOperations mongo(TestStore store) {
            return store.mongo();
        }

        @Bean
        Clock clock() {
            return SettableClock.at("2027-02-01T08:00:00Z");
        }
    }
}
