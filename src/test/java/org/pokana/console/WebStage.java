package org.pokana.console;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pokana.kernel.Ids;
import org.pokana.kernel.Localized;
import org.pokana.messaging.Channel;
import org.pokana.messaging.Inbox;
import org.pokana.messaging.TestInbox;
import org.pokana.messaging.Words;
import org.pokana.store.TestStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The public page and the web chat on a real port, with a bot that says what it is asked to; restarts on demand. */
final class WebStage implements AutoCloseable {

    private final TestStore store = TestStore.inMemory();
    private final String[] settings;
    private ConfigurableApplicationContext app;
    private final int port;

    private WebStage(String... settings) {
        this.settings = settings;
        this.app = start(0);
        this.port = ((ServletWebServerApplicationContext) app).getWebServer().getPort();
    }

    static WebStage open(String... settings) {
        return new WebStage(settings);
    }

    /** Such as {@code ./mvnw -q test-compile} and then this class, to look at the page by hand. */
    public static void main(String[] arguments) {
        var stage = open("--pokana.webchat.per-session=1000", "--pokana.webchat.per-address=1000");
        System.out.println(stage.url());
    }

    String url() {
        return "http://localhost:" + port;
    }

    <T> T bean(Class<T> type) {
        return app.getBean(type);
    }

    void stop() {
        app.close();
    }

    void restart() {
        app = start(port);
    }

    private ConfigurableApplicationContext start(int wanted) {
        return new SpringApplicationBuilder(Stage.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("testStore", store))
                .properties(
                        "spring.main.allow-bean-definition-overriding=true",
                        "spring.autoconfigure.exclude="
                                + "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration,"
                                + "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration,"
                                + "org.springframework.boot.data.mongodb.autoconfigure.DataMongoRepositoriesAutoConfiguration,"
                                + "org.springframework.boot.mongodb.autoconfigure.health.MongoHealthContributorAutoConfiguration,"
                                + "org.springframework.boot.data.mongodb.autoconfigure.health.DataMongoHealthContributorAutoConfiguration")
                .run(java.util.stream.Stream.concat(
                                java.util.stream.Stream.of("--server.port=" + wanted), List.of(settings).stream())
                        .toArray(String[]::new));
    }

    @Override
    public void close() {
        app.close();
        store.close();
    }

    @EnableAutoConfiguration
    @ComponentScan("org.pokana.channel.webchat")
    @ConfigurationPropertiesScan("org.pokana.channel.webchat")
    @Import({PublicPageController.class, PageLanguage.class, SecurityHeaders.class})
    static class Stage {

        @Bean
        MongoTemplate mongoTemplate(TestStore store) {
            return store.mongo();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        Ids ids() {
            var random = new SecureRandom();
            return () -> Long.toString(random.nextLong() >>> 1, 36) + Long.toString(random.nextLong() >>> 1, 36)
                    + "0000000000";
        }

        @Bean
        Words words() {
            return Words.read(Optional.empty());
        }

        @Bean
        Inbox inbox(MongoTemplate store, Clock clock, ObjectProvider<Channel.Editable> channel) {
            return TestInbox.heardBy(incoming -> new ScriptedBot(channel.getObject()).hear(incoming), store, clock);
        }

        @Bean
        NextForums nextForums() {
            return language -> List.of(
                    forum(
                            "haskovo-2027-02",
                            language,
                            Localized.of(
                                    "Кой какво прави: институциите и интеграцията в област Хасково",
                                    "Who does what: institutions and integration in the Haskovo district"),
                            "2027-02-25T09:00+02:00[Europe/Sofia]",
                            Localized.of("Хасково", "Haskovo"),
                            Localized.of("Заседателна зала в областния център", "Meeting hall in the district centre"),
                            14),
                    forum(
                            "dimitrovgrad-2027-03",
                            language,
                            Localized.of(
                                    "Език, училище и работа: първите стъпки",
                                    "Language, school and work: the first steps"),
                            "2027-03-18T09:00+02:00[Europe/Sofia]",
                            Localized.of("Димитровград", "Dimitrovgrad"),
                            Localized.of("Зала в обществената библиотека", "Hall in the public library"),
                            1),
                    forum(
                            "harmanli-2027-04",
                            language,
                            Localized.of(
                                    "На едно гише: междукултурна компетентност в ежедневната работа",
                                    "At one counter: intercultural competence in everyday work"),
                            "2027-04-15T09:00+03:00[Europe/Sofia]",
                            Localized.of("Харманли", "Harmanli"),
                            Localized.of("Салон на народното читалище", "Hall of the community centre"),
                            0));
        }

        private static ForumCard forum(
                String id, Locale language, Localized title, String starts, Localized town, Localized venue, int free) {
            var at = ZonedDateTime.parse(starts).withZoneSameInstant(ZoneId.of("Europe/Sofia"));
            return new ForumCard(
                    id, title.in(language), at, at.plusHours(7), town.in(language), venue.in(language), free, true);
        }
    }
}
