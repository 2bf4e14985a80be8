package org.pokana.channel.webchat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.SettableClock;
import org.pokana.contact.Contacts;
import org.pokana.kernel.Address;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Content;
import org.pokana.messaging.Content.Button;
import org.pokana.messaging.Incoming;
import org.pokana.messaging.Incoming.Kind;
import org.pokana.messaging.KeptFile;
import org.pokana.messaging.KeptFiles;
import org.pokana.messaging.Lane;
import org.pokana.messaging.MessagingKit;
import org.pokana.messaging.Words;
import org.pokana.store.TestStore;
import org.springframework.boot.task.SimpleAsyncTaskExecutorBuilder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.json.JsonMapper;

class WebChatControllerTests {

    private static final JsonMapper JSON = new JsonMapper();

    private final TestStore store = TestStore.inMemory(Entry.class, WebChatSession.class, KeptFile.class);
    private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    private final AtomicInteger ids = new AtomicInteger();
    private final WebChatLog log = new WebChatLog(store.mongo(), this::nextId, clock);
    private final WebChatSessions sessions = new WebChatSessions(store.mongo(), this::nextId, clock);
    private final KeptFiles files =
            new KeptFiles(store.mongo(), this::nextId, clock, List.of(), "https://pokana.example");
    private boolean takesFiles;
    private final EventStreams streams =
            new EventStreams(sessions, log, from -> takesFiles, new SimpleAsyncTaskExecutorBuilder());
    private final WebChatChannel channel = new WebChatChannel(sessions, log, streams, files, this::nextId);
    private final MessagingKit messaging =
            new MessagingKit(store.mongo(), clock, new Contacts(store.mongo(), this::nextId, clock));
    private final List<Incoming> heard = new ArrayList<>();
    private final Words words = Words.read(Optional.empty());
    private final Door door = new Door(sessions, new WebChatSettings(20, 60, 10), "http://localhost", clock);
    private final Letters letters =
            new Letters(sessions, log, streams, messaging.inbox(heard::add), words, JSON, clock);
    private final Parcels parcels =
            new Parcels(sessions, log, streams, files, from -> takesFiles, messaging.inbox(heard::add), clock);
    private final MockMvc page = MockMvcBuilders.standaloneSetup(
                    new WebChatController(door, letters, parcels, log, streams, words), new Exhibits(files))
            .build();
    private final String olena = sessions.open();

    @AfterEach
    void closeStore() {
        messaging.close();
        store.close();
    }

    @Test
    void givesABrowserASessionThatScriptsAndOtherSitesCannotUse() throws Exception {
        var cookie = page.perform(ours(post("/chat/session")).content("{}"))
                .andExpect(status().isNoContent())
                .andExpect(cookie().httpOnly(Door.COOKIE, true))
                .andExpect(cookie().sameSite(Door.COOKIE, "Lax"))
                .andExpect(cookie().secure(Door.COOKIE, false))
                .andExpect(
                        cookie().maxAge(Door.COOKIE, (int) Duration.ofDays(180).toSeconds()))
                .andReturn()
                .getResponse()
                .getCookie(Door.COOKIE);

        page.perform(ours(post("/chat/messages")).cookie(cookie).content(words("Здравейте")))
                .andExpect(status().isAccepted());
    }

    @Test
    void sendsTheCookieOnlyOverHttpsOnceItCameOverHttps() throws Exception {
        page.perform(ours(post("/chat/session")).secure(true).content("{}"))
                .andExpect(cookie().secure(Door.COOKIE, true));
    }

    @Test
    void givesAPageInAFrameACookieThatIsKeptForTheSiteAroundItAlone() throws Exception {
        var given = page.perform(
                        ours(post("/chat/session?framed=true")).secure(true).content("{}"))
                .andExpect(cookie().doesNotExist(Door.COOKIE))
                .andReturn()
                .getResponse();
        assertThat(given.getHeader(HttpHeaders.SET_COOKIE))
                .startsWith(Door.FRAMED_COOKIE + "=")
                .contains("; Secure", "; HttpOnly", "; SameSite=None", "; Partitioned");

        var session = given.getCookie(Door.FRAMED_COOKIE);
        var renewed = page.perform(ours(post("/chat/messages"))
                        .secure(true)
                        .cookie(session)
                        .content(words("Здравейте")))
                .andExpect(status().isAccepted())
                .andExpect(cookie().value(Door.FRAMED_COOKIE, session.getValue()))
                .andReturn()
                .getResponse();
        assertThat(renewed.getHeader(HttpHeaders.SET_COOKIE)).contains("; Partitioned");
        page.perform(ours(post("/chat/messages"))
                        .cookie(new Cookie(Door.FRAMED_COOKIE, "b".repeat(28)))
                        .content(words("Здравейте")))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void staysTheSameForABrowserThatKnowsUsWhenItMeetsUsInAFrame() throws Exception {
        page.perform(said(post("/chat/session?framed=true")).secure(true).content("{}"))
                .andExpect(cookie().value(Door.COOKIE, olena))
                .andExpect(cookie().doesNotExist(Door.FRAMED_COOKIE));
    }

    @Test
    void asksForNoCookieInAFrameThatNoBrowserWouldTake() throws Exception {
        page.perform(ours(post("/chat/session?framed=true")).content("{}"))
                .andExpect(cookie().sameSite(Door.COOKIE, "Lax"))
                .andExpect(cookie().doesNotExist(Door.FRAMED_COOKIE));
    }

    @Test
    void letsABrowserKeepItsSession() throws Exception {
        page.perform(said(post("/chat/session")).content("{}")).andExpect(cookie().value(Door.COOKIE, olena));
    }

    @Test
    void passesOnWhatAPersonSays() throws Exception {
        page.perform(
                        said(post("/chat/messages"))
                                .content(
                                        "{\"id\":\"letter-0001\",\"text\":\" Кога е форумът?\\r\\nОлена \",\"language\":\"bg\"}"))
                .andExpect(status().isAccepted());

        assertThat(heard)
                .containsExactly(Incoming.said(
                        "webchat:" + olena + ":letter-0001",
                        new Address("webchat", olena),
                        "Кога е форумът?\nОлена",
                        Locale.forLanguageTag("bg"),
                        clock.instant()));
        page.perform(said(get("/chat/history")))
                .andExpect(jsonPath("$.said[0].text", is("Кога е форумът?\nОлена")))
                .andExpect(jsonPath("$.said[0].who", is("person")))
                .andExpect(jsonPath("$.said[0].key", is("letter-0001")))
                .andExpect(jsonPath("$.last", is(1)));
    }

    @Test
    void hearsOnceWhatIsPostedTwice() throws Exception {
        for (int i = 0; i < 2; i++) {
            page.perform(said(post("/chat/messages")).content(words("Здравейте")))
                    .andExpect(status().isAccepted());
        }

        assertThat(heard).hasSize(1);
        page.perform(said(get("/chat/history"))).andExpect(jsonPath("$.said", hasSize(1)));
    }

    @Test
    void hearsTwiceWhatIsSaidTwice() throws Exception {
        page.perform(said(post("/chat/messages")).content("{\"id\":\"letter-0001\",\"text\":\"Ало\"}"));
        page.perform(said(post("/chat/messages")).content("{\"id\":\"letter-0002\",\"text\":\"Ало\"}"));

        assertThat(heard).hasSize(2);
    }

    @Test
    void passesOnAPressedButtonWithItsLabel() throws Exception {
        channel.send(
                new Address("webchat", olena),
                Content.text("Ще дойдете ли?", new Button("confirm", "Да, ще дойда", Tone.GOOD)),
                Lane.REPLY);
        page.perform(said(post("/chat/messages"))
                        .content("{\"id\":\"letter-0001\",\"pick\":\"confirm\",\"on\":1,\"label\":\"Друго\"}"))
                .andExpect(status().isAccepted());

        assertThat(heard).singleElement().satisfies(pressed -> {
            assertThat(pressed.kind()).isEqualTo(Kind.PRESSED);
            assertThat(pressed.pick()).isEqualTo("confirm");
            assertThat(pressed.text()).isEqualTo("Да, ще дойда");
            assertThat(pressed.tapped()).isNull();
        });
    }

    @Test
    void takesThePagesWordForAButtonThatIsUnderNoMessage() throws Exception {
        page.perform(said(post("/chat/messages"))
                        .content("{\"id\":\"letter-0001\",\"pick\":\"/forum haskovo\",\"label\":\"Запиши ме\"}"))
                .andExpect(status().isAccepted());

        page.perform(said(get("/chat/history"))).andExpect(jsonPath("$.said[0].text", is("Запиши ме")));
    }

    @Test
    void doesNotShowTheCodeOfAnInvitation() throws Exception {
        page.perform(said(post("/chat/messages"))
                .content("{\"id\":\"letter-0001\",\"text\":\"/start forum-haskovo\",\"language\":\"bg\"}"));

        assertThat(heard).extracting(Incoming::text).containsExactly("/start forum-haskovo");
        page.perform(said(get("/chat/history"))).andExpect(jsonPath("$.said[0].text", is("Отворих поканата")));
    }

    @Test
    void asksForASessionInTheLanguageOfThePage() throws Exception {
        page.perform(ours(post("/chat/messages"))
                        .header("Accept-Language", "en")
                        .content(words("Hello")))
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.code", is("no-session")))
                .andExpect(jsonPath("$.message", containsString("cookie")));
    }

    @Test
    void acceptsNoSessionThatSomebodyMadeUp() throws Exception {
        page.perform(ours(post("/chat/messages"))
                        .cookie(new Cookie(Door.COOKIE, "b".repeat(28)))
                        .content(words("Здравейте")))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void acceptsNothingThatAnotherSiteSends() throws Exception {
        var forged = List.of(
                said(post("/chat/messages")).header("Sec-Fetch-Site", "cross-site"),
                said(post("/chat/messages")).header("Sec-Fetch-Site", "same-site"),
                said(post("/chat/messages")).header("Origin", "https://evil.example"),
                said(post("/chat/messages")).header("Origin", "null"),
                said(post("/chat/session")).header("Origin", "http://localhost.evil.example"));
        for (var request : forged) {
            page.perform(request.content(words("Здравейте")))
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.code", is("foreign")));
        }

        assertThat(heard).isEmpty();
    }

    @Test
    void acceptsWhatOurOwnPageSends() throws Exception {
        page.perform(said(post("/chat/messages"))
                        .header("Host", "pokana.example")
                        .header("Origin", "https://pokana.example")
                        .content("{\"id\":\"letter-0001\",\"text\":\"Ало\"}"))
                .andExpect(status().isAccepted());
        page.perform(said(post("/chat/messages"))
                        .header("Sec-Fetch-Site", "same-origin")
                        .content("{\"id\":\"letter-0002\",\"text\":\"Ало\"}"))
                .andExpect(status().isAccepted());
    }

    @Test
    void acceptsNoFormsWhichOtherSitesCouldSendWithoutAsking() throws Exception {
        page.perform(post("/chat/messages")
                        .cookie(new Cookie(Door.COOKIE, olena))
                        .contentType(MediaType.TEXT_PLAIN)
                        .content(words("Здравейте")))
                .andExpect(status().isUnsupportedMediaType());
    }

    @Test
    void saysSoWhenAMessageIsFarTooLarge() throws Exception {
        var megabyte = "{\"id\":\"letter-0001\",\"text\":\"" + "a".repeat(1 << 20) + "\"}";
        page.perform(said(post("/chat/messages")).content(megabyte))
                .andExpect(status().isContentTooLarge())
                .andExpect(jsonPath("$.message", startsWith("Съобщението е твърде голямо")));

        assertThat(heard).isEmpty();
    }

    @Test
    void saysSoWhenAMessageIsTooLong() throws Exception {
        page.perform(said(post("/chat/messages")).content(words("ж".repeat(4_097))))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code", is("too-long")))
                .andExpect(jsonPath("$.message", containsString("096")));
        page.perform(said(post("/chat/messages")).content(words("ж".repeat(4_096))))
                .andExpect(status().isAccepted());
    }

    @Test
    void carriesEveryCharacterPeopleCanType() throws Exception {
        var text = "👩‍👩‍👧 <script>alert(1)</script> ${7*7} \\u0000 „кавички“ \uD83D\uDE00 é ‮обратно";
        page.perform(said(post("/chat/messages")).content(words(text))).andExpect(status().isAccepted());

        page.perform(said(get("/chat/history"))).andExpect(jsonPath("$.said[0].text", is(text)));
    }

    @Test
    void takesControlCharactersOut() throws Exception {
        page.perform(said(post("/chat/messages")).content(words("а\u0000б\u001bв\tг\nд")));

        assertThat(heard).extracting(Incoming::text).containsExactly("абв\tг\nд");
    }

    @Test
    void saysSoWhenItCannotReadWhatCame() throws Exception {
        var broken = List.of(
                "",
                "{",
                "null",
                "[]",
                "\"Здравейте\"",
                "{\"id\":{},\"text\":\"a\"}",
                "{\"text\":\"без номер\"}",
                "{\"id\":\"../../etc\",\"text\":\"a\"}",
                "{\"id\":\"letter-0001\",\"pick\":\"" + "ж".repeat(32) + "\"}",
                "{\"id\":\"letter-0001\",\"pick\":\" \"}");
        for (String body : broken) {
            page.perform(said(post("/chat/messages")).content(body))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.code", is("unreadable")));
        }

        assertThat(heard).isEmpty();
    }

    @Test
    void saysSoWhenAMessageIsEmpty() throws Exception {
        page.perform(said(post("/chat/messages")).content(words(" \n ")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code", is("empty")));
    }

    @Test
    void asksASessionThatWritesTooMuchToWait() throws Exception {
        for (int i = 0; i < 20; i++) {
            page.perform(said(post("/chat/messages")).content(letter(i))).andExpect(status().isAccepted());
        }
        page.perform(said(post("/chat/messages")).content(letter(20)))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "3"))
                .andExpect(jsonPath("$.message", containsString("3 секунди")));
        assertThat(heard).hasSize(20);

        clock.advance(Duration.ofSeconds(3));
        page.perform(said(post("/chat/messages")).content(letter(20))).andExpect(status().isAccepted());
    }

    @Test
    void asksAnAddressThatWritesTooMuchToWaitWhoeverItClaimsToBe() throws Exception {
        for (int i = 0; i < 60; i++) {
            page.perform(from("198.51.100.7", sessions.open()).content(letter(i)))
                    .andExpect(status().isAccepted());
        }

        page.perform(from("198.51.100.7", sessions.open())
                        .header("X-Forwarded-For", "203.0.113.9")
                        .content(letter(60)))
                .andExpect(status().isTooManyRequests());
        page.perform(from("198.51.100.8", sessions.open()).content(letter(61))).andExpect(status().isAccepted());
    }

    @Test
    void opensOnlySoManySessionsForAnAddress() throws Exception {
        for (int i = 0; i < 10; i++) {
            page.perform(ours(post("/chat/session")).content("{}")).andExpect(status().isNoContent());
        }

        page.perform(ours(post("/chat/session")).content("{}"))
                .andExpect(status().isTooManyRequests())
                .andExpect(cookie().doesNotExist(Door.COOKIE));
        page.perform(said(post("/chat/session")).content("{}")).andExpect(status().isNoContent());
    }

    @Test
    void showsNothingToWhomWeDoNotKnow() throws Exception {
        log.said(olena, "letter-0001", "Тайна");

        page.perform(get("/chat/history"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.said", hasSize(0)))
                .andExpect(header().string("Cache-Control", "no-store"));
    }

    @Test
    void handsAFileOnlyToItsOwnSession() throws Exception {
        channel.send(
                new Address("webchat", olena),
                new Content.Document("форум.ics", "text/calendar", "BEGIN:VCALENDAR".getBytes(UTF_8), "За календара"),
                Lane.REPLY);

        page.perform(said(get("/chat/history"))).andExpect(jsonPath("$.said[0].file.href", is("/chat/files/1")));
        page.perform(said(get("/chat/files/1")))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/calendar"))
                .andExpect(content().string("BEGIN:VCALENDAR"))
                .andExpect(header().string("Content-Disposition", startsWith("attachment")));
        page.perform(get("/chat/files/1").cookie(new Cookie(Door.COOKIE, sessions.open())))
                .andExpect(status().isNotFound());
        page.perform(get("/chat/files/1")).andExpect(status().isUnauthorized());
    }

    @Test
    void showsAPlaceWithAPlainLinkToTheMap() throws Exception {
        channel.send(
                new Address("webchat", olena),
                new Content.Place("Община Хасково", "пл. „Общински“ 1", 41.9344, 25.5556),
                Lane.REPLY);

        page.perform(said(get("/chat/history")))
                .andExpect(jsonPath(
                        "$.said[0].place.map",
                        is("https://www.openstreetmap.org/?mlat=41.934400&mlon=25.555600#map=17/41.934400/25.555600")));
    }

    @Test
    void showsAChangedMessageAsItIsNow() throws Exception {
        var address = new Address("webchat", olena);
        log.told(olena, "k1", Content.text("Форумът е на 25 февруари."));
        channel.edit(address, olena + ":1", Content.text("Форумът е на 26 февруари."), Lane.REPLY);

        page.perform(said(get("/chat/history")))
                .andExpect(jsonPath("$.said", hasSize(1)))
                .andExpect(jsonPath("$.said[0].text", is("Форумът е на 26 февруари.")))
                .andExpect(jsonPath("$.said[0].changed", is("2027-02-01T08:00:00Z")));
    }

    @Test
    void forgetsAPersonsTalkAndTellsThemAllOfItBefore() {
        var memory = new WebChatMemory(sessions, log, streams);
        var addresses = List.of(new Address("webchat", olena), new Address("telegram", "42"));
        log.said(olena, "letter-0001", "Казвам се Олена");

        assertThat(memory.of(new ContactId("olena"), addresses))
                .isEqualTo(List.of(new WebChatMemory.Spoken(clock.instant(), true, "Казвам се Олена")));
        memory.forget(new ContactId("olena"), addresses);
        memory.forget(new ContactId("olena"), addresses);
        assertThat(memory.of(new ContactId("olena"), addresses)).isEqualTo(List.of());
        assertThat(store.mongo().getCollection("webchatMessages").countDocuments())
                .isZero();
        assertThat(sessions.knows(olena)).isFalse();
    }

    @Test
    void letsNothingIntoASessionThatWasErased() throws Exception {
        new WebChatMemory(sessions, log, streams)
                .forget(new ContactId("olena"), List.of(new Address("webchat", olena)));

        page.perform(said(post("/chat/messages")).content(words("Още съм тук"))).andExpect(status().isUnauthorized());
        var late = new Letter("letter-0001", "Още съм тук", null, null, null, "bg");
        assertThatThrownBy(() -> letters.take(olena, late)).isInstanceOf(Refusal.class);
        assertThat(heard).isEmpty();
        assertThat(store.mongo().getCollection("webchatMessages").countDocuments())
                .isZero();
    }

    @Test
    void closesASessionWhoseCookieIsOver() throws Exception {
        clock.advance(Duration.ofDays(100));
        page.perform(said(post("/chat/messages")).content(words("Още съм тук")));
        clock.advance(Duration.ofDays(100));
        sessions.closeOld();
        assertThat(sessions.knows(olena)).isTrue();

        clock.advance(Duration.ofDays(81));
        sessions.closeOld();
        assertThat(sessions.knows(olena)).isFalse();
    }

    private MockHttpServletRequestBuilder said(MockHttpServletRequestBuilder request) {
        return ours(request).cookie(new Cookie(Door.COOKIE, olena));
    }

    private MockHttpServletRequestBuilder from(String network, String session) {
        return ours(post("/chat/messages"))
                .cookie(new Cookie(Door.COOKIE, session))
                .with(request -> {
                    request.setRemoteAddr(network);
                    return request;
                });
    }

    private static MockHttpServletRequestBuilder ours(MockHttpServletRequestBuilder request) {
        return request.contentType(MediaType.APPLICATION_JSON);
    }

    private static String words(String text) {
        return JSON.writeValueAsString(new Letter("letter-0001", text, null, null, null, "bg"));
    }

    private static String letter(int number) {
        return JSON.writeValueAsString(new Letter("letter-00" + number, "Ало", null, null, null, "bg"));
    }

    private String nextId() {
        return "olena" + "2".repeat(20) + ids.incrementAndGet();
    }
}
