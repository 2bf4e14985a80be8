package org.pokana.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pokana.SettableClock;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.forum.Forums;
import org.pokana.forum.Registrations;
import org.pokana.forum.TestForums;
import org.pokana.phone.PhoneNumber;
import org.pokana.phone.PhoneNumbers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service with everything that keeps anything: after a person is forgotten, no byte of theirs is left. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class ForgottenEverywhereTests {

    private static final String MARKER = "Olena-7f3a";
    private static final String NUMBER = "+359888123456";

    @TempDir
    private static Path data;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @LocalServerPort
    private int port;

    @Autowired
    private MongoOperations store;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Forums forums;

    @Autowired
    private Registrations registrations;

    @Autowired
    private PhoneNumbers numbers;

    @Autowired
    private Erasures erasures;

    @Autowired
    private SettableClock clock;

    private int letters;

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        SettableClock settableClock() {
            return SettableClock.at("2027-02-01T08:00:00Z");
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("pokana.store.data", () -> data.resolve("store").toString());
    }

    @Test
    void leavesNoByteOfThePerson() throws Exception {
        post("/chat/session", "{}");
        say("Казвам се " + MARKER);
        sees(history -> history.contains("/menu"));
        var id = everythingIsKnown();
        assertThat(collectionsWith(MARKER)).contains("contacts", "inbox", "registrations", "webchatMessages");

        say("изтрий данните ми");
        sees(history -> history.contains("forget.really=erase"));
        say("Да, изтрий всичко");
        sees(history -> history.contains("започваме отначало"));
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            erasures.carryOut();
            return contacts.find(id.id()).isEmpty();
        });
        clock.advance(Duration.ofMinutes(1));
        erasures.carryOut();

        assertThat(Traces.of(MARKER, store)).isEmpty();
        assertThat(Traces.of(NUMBER, store)).isEmpty();
        assertThat(Traces.of(id.key(), store)).isEmpty();
        assertThat(forums.find("haskovo").orElseThrow().freeSeats()).isEqualTo(10);
        assertThat(get("/chat/history")).doesNotContain("започваме отначало");
    }

    private Contact everythingIsKnown() {
        var contact = contacts.all().findFirst().orElseThrow();
        var profile = new Profile("ngo", "haskovo", MARKER, MARKER);
        contacts.learn(contact.id(), profile);
        contacts.grant(contact.id(), Role.VIEWER);
        numbers.keep(contact.key(), new PhoneNumber(NUMBER));
        forums.add(TestForums.haskovo(10));
        registrations.register("haskovo", contact.id(), profile);
        assertThat(forums.find("haskovo").orElseThrow().freeSeats()).isEqualTo(9);
        return contact;
    }

    private List<String> collectionsWith(String marker) {
        return Traces.of(marker, store).stream()
                .map(trace -> trace.replaceFirst(":.*", ""))
                .distinct()
                .toList();
    }

    private void say(String text) throws Exception {
        post("/chat/messages", "{\"id\":\"letter-%d\",\"text\":\"%s\",\"language\":\"bg\"}".formatted(++letters, text));
    }

    private void sees(Predicate<String> expected) {
        await().atMost(Duration.ofSeconds(30)).until(() -> expected.test(get("/chat/history")));
    }

    private String get(String path) throws Exception {
        return answer(HttpRequest.newBuilder(at(path)).GET());
    }

    private void post(String path, String json) throws Exception {
        answer(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json, UTF_8)));
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private String answer(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = browser.send(request.build(), BodyHandlers.ofString(UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body();
    }
}
