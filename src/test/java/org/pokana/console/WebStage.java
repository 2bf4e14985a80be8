package org.pokana.console;

import java.awt.Color;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.pokana.SettableClock;
import org.pokana.audit.Audit;
import org.pokana.contact.Contacts;
import org.pokana.contact.Responsible;
import org.pokana.desk.DeskSessions;
import org.pokana.faq.FaqKit;
import org.pokana.faq.KnowledgeBase;
import org.pokana.faq.Search;
import org.pokana.followup.Album;
import org.pokana.followup.MaterialsKit;
import org.pokana.followup.Takeaways;
import org.pokana.forum.Arrivals;
import org.pokana.forum.Forums;
import org.pokana.forum.Notices;
import org.pokana.forum.Registrations;
import org.pokana.forum.TestForums;
import org.pokana.kernel.Ids;
import org.pokana.messaging.Awaits;
import org.pokana.messaging.Channel;
import org.pokana.messaging.Channels;
import org.pokana.messaging.Entrance;
import org.pokana.messaging.Inbox;
import org.pokana.messaging.KeptFiles;
import org.pokana.messaging.Links;
import org.pokana.messaging.MessagingKit;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.SamplePictures;
import org.pokana.messaging.Words;
import org.pokana.privacy.PrivacyKit;
import org.pokana.privacy.PrivacyNotice;
import org.pokana.scanner.ScannerKit;
import org.pokana.scanner.Scanners;
import org.pokana.scanner.Scanning;
import org.pokana.store.TestStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The public page and the web chat on a real port, with a bot that says what it is asked to; restarts on demand. */
public final class WebStage implements AutoCloseable {

    /** Stands still, some weeks before the first forum. */
    public final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");

    private final TestStore store = TestStore.inMemory();
    private final String[] settings;

    /** Whether the bot waits for files just now. */
    public volatile boolean takesFiles;

    private ConfigurableApplicationContext app;
    private final int port;

    private WebStage(String... settings) {
        this.settings = settings;
        this.app = start(0);
        this.port = ((ServletWebServerApplicationContext) app).getWebServer().getPort();
    }

    public static WebStage open(String... settings) {
        return new WebStage(settings);
    }

    /** Such as {@code ./mvnw -q test-compile} and then this class, to look at the page by hand. */
    public static void main(String[] arguments) {
        var settings = java.util.stream.Stream.concat(
                java.util.stream.Stream.of("--pokana.webchat.per-session=1000", "--pokana.webchat.per-address=1000"),
                List.of(arguments).stream());
        var stage = open(settings.toArray(String[]::new));
        System.out.println(stage.url());
    }

    public String url() {
        return "http://localhost:" + port;
    }

    public <T> T bean(Class<T> type) {
        return app.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return app.getBean(name, type);
    }

    public MongoTemplate store() {
        return store.mongo();
    }

    public void stop() {
        app.close();
    }

    public void restart() {
        app = start(port);
    }

    private ConfigurableApplicationContext start(int wanted) {
        return new SpringApplicationBuilder(Stage.class)
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("testStore", store);
                    context.getBeanFactory().registerSingleton("clock", clock);
                    context.getBeanFactory().registerSingleton("awaits", (Awaits) from -> takesFiles);
                })
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

    @TestConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan("org.pokana.channel.webchat")
    @ConfigurationPropertiesScan("org.pokana.channel.webchat")
    @EnableConfigurationProperties(WidgetSettings.class)
    @Import({
        PublicPageController.class,
        ForumPages.class,
        AlbumPages.class,
        CalendarController.class,
        QuestionPages.class,
        Finding.class,
        PrivacyPage.class,
        Frame.class,
        PageLanguage.class,
        ForumCards.class,
        StaticFiles.class,
        WidgetController.class,
        WidgetSites.class,
        WidgetHeaders.class,
        SecurityHeaders.class,
        ScannerController.class,
        DeskSecurity.class,
        DeskCookie.class,
        DeskCsrf.class,
        TurnedAway.class,
        ErrorPages.class
    })
    static class Stage {

        @Bean
        MongoTemplate mongoTemplate(TestStore store) {
            return store.mongo();
        }

        @Bean
        Ids ids() {
            var random = new SecureRandom();
            return () -> Long.toString(random.nextLong() >>> 1, 36) + Long.toString(random.nextLong() >>> 1, 36)
                    + "0000000000";
        }

        @Bean
        KeptFiles keptFiles(MongoTemplate store, Clock clock, Ids ids) {
            return new KeptFiles(store, ids, clock, List.of(), "https://pokana.example");
        }

        @Bean
        Contacts contacts(MongoTemplate store, Clock clock, Ids ids) {
            return new Contacts(store, ids, clock);
        }

        @Bean
        Registrations registrations(MongoTemplate store, Clock clock, Forums forums, Contacts contacts, Words words) {
            var outbox = new Outbox(store, clock, new Channels(List.of()));
            return new Registrations(store, forums, new Notices(outbox, contacts, words, clock), clock);
        }

        @Bean
        DeskSessions deskSessions(MongoTemplate store, Contacts contacts, Ids ids, Clock clock) {
            return new DeskSessions(store, contacts, new Audit(store, ids, clock), ids, clock);
        }

        @Bean
        Arrivals arrivals(MongoTemplate store, Clock clock) {
            return new Arrivals(store, clock);
        }

        @Bean
        ScannerKit scannerKit(
                MongoTemplate store, Contacts contacts, Registrations registrations, Words words, Clock clock) {
            return new ScannerKit(store, contacts, registrations, words, clock);
        }

        @Bean
        Scanners scanners(ScannerKit kit) {
            return kit.scanners;
        }

        @Bean
        Scanning scanning(ScannerKit kit) {
            return kit.scanning;
        }

        @Bean
        Links links(@Value("${stage.telegram:}") String bot) {
            return new Links(bot.isEmpty() ? List.of() : List.of(telegram(bot)), "https://pokana.example");
        }

        private static Entrance telegram(String bot) {
            return new Entrance() {
                @Override
                public String channel() {
                    return "telegram";
                }

                @Override
                public Optional<String> link(String start) {
                    return Optional.of("https://t.me/" + bot + "?start=" + start);
                }
            };
        }

        @Bean
        KnowledgeBase knowledgeBase() {
            return FaqKit.KNOWLEDGE;
        }

        @Bean
        Search search() {
            return FaqKit.SEARCH;
        }

        @Bean
        PrivacyNotice privacyNotice() {
            return PrivacyKit.notice("Сдружение „Мост“", "most@example.org");
        }

        /** Three photos of a past forum for everybody, and one for those who were there. */
        @Bean
        MaterialsKit materials(MongoTemplate store, Clock clock) {
            var kit = new MaterialsKit(store, clock);
            kit.add("svilengrad", "https://most.example.org/svilengrad");
            for (var colour : List.of(Color.ORANGE, Color.RED, Color.CYAN, Color.PINK)) {
                kit.add("svilengrad", SamplePictures.picture(600, 450, colour, "jpg"));
            }
            List.of(1, 3, 4).forEach(number -> kit.album.show("svilengrad", number));
            return kit;
        }

        @Bean
        Takeaways takeaways(MaterialsKit materials) {
            return materials.takeaways;
        }

        @Bean
        Album album(MaterialsKit materials) {
            return materials.album;
        }

        @Bean
        Responsible responsible() {
            return new Responsible("Сдружение „Мост“", "most@example.org");
        }

        @Bean
        Words words(@Value("${stage.messages:}") String folder) {
            return Words.read(folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder)));
        }

        @Bean
        Inbox inbox(MongoTemplate store, Clock clock, Ids ids, ObjectProvider<Channel.Editable> channel) {
            return new MessagingKit(store, clock, new Contacts(store, ids, clock))
                    .inbox(incoming -> new ScriptedBot(channel.getObject()).hear(incoming));
        }

        @Bean
        Forums forums(MongoTemplate store, Clock clock) {
            var forums = new Forums(store, clock);
            forums.add(TestForums.haskovo(14));
            forums.add(TestForums.dimitrovgrad(1));
            forums.add(
                    TestForums.forum("harmanli", "Харманли", "Harmanli", LocalDateTime.parse("2027-04-15T09:00"), 0));
            forums.add(TestForums.forum(
                    "svilengrad", "Свиленград", "Svilengrad", LocalDateTime.parse("2026-11-19T09:00"), 40));
            return forums;
        }
    }
}
