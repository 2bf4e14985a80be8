package org.pokana.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.kernel.Address;
import org.pokana.kernel.Choice.Tone;
import org.pokana.messaging.Content;
import org.pokana.messaging.Content.Button;
import org.pokana.messaging.Delivery.Delivered;
import org.pokana.messaging.Delivery.TryLater;
import org.pokana.messaging.Lane;
import org.pokana.store.TestStore;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes over the wire, to the letter, with answers as the Bot API documents them rather than as we imagine them. */
class TelegramWireTests {

    private static final Address OLENA = new Address("telegram", "3527065");
    private static final String SENT = "{\"ok\":true,\"result\":{\"message_id\":815,\"date\":1795428000,"
            + "\"chat\":{\"id\":3527065,\"type\":\"private\",\"first_name\":\"Олена\"},\"text\":\"x\"}}";

    private final MockWebServer server = new MockWebServer();
    private final BotApiSpec spec = new BotApiSpec();
    private final Violations violations = new Violations();
    private final TestStore store = TestStore.inMemory(SentFile.class);
    private String answer = SENT;
    private int code = 200;
    private TelegramConnections connections;
    private TelegramChannel channel;

    @BeforeEach
    void listen() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                var call = read(request);
                violations.add(
                        spec.breaches(call.method(), call.fields(), call.files().keySet()));
                return new MockResponse().setResponseCode(code).setBody(answer);
            }
        });
        server.start();
        var settings = Settings.of("http://127.0.0.1:" + server.getPort());
        connections = new TelegramConnections(settings);
        channel = Settings.channel(settings, connections, store.mongo());
    }

    @AfterEach
    void close() throws IOException {
        connections.close();
        store.close();
        server.shutdown();
    }

    private FakeCall read(RecordedRequest request) {
        var method = String.valueOf(request.getPath()).replaceAll(".*/", "");
        return FakeCall.read(
                        spec.method(method),
                        request.getHeader("Content-Type"),
                        null,
                        request.getBody().clone().readByteArray())
                .ofTheBot();
    }

    @Test
    void sendsATextWithButtonsAndTheMomentItSpeaksOf() throws Exception {
        var moment = new Content.Moment(3, 11, Instant.ofEpochSecond(1803542400));
        var content = new Content.Text(
                "На 25 февруари",
                List.of(new Button("yes", "Ще дойда", Tone.GOOD), new Button("/menu", "Меню", Tone.AWAY)),
                false,
                List.of(moment),
                null);

        assertThat(channel.send(OLENA, content, Lane.REPLY)).isEqualTo(new Delivered("815"));
        assertThat(server.takeRequest().getPath()).isEqualToIgnoringCase("/bot" + FakeTelegram.TOKEN + "/sendMessage");
        assertThat(sent(content)).isEqualTo(json("""
                {"chat_id":"3527065","text":"На 25 февруари",
                 "entities":[{"type":"date_time","offset":3,"length":11,"unix_time":1803542400}],
                 "link_preview_options":{"is_disabled":true},
                 "reply_markup":{"inline_keyboard":[
                   [{"text":"Ще дойда","callback_data":"1:yes","style":"success"}],
                   [{"text":"Меню","callback_data":"1:/menu"}]]}}"""));
    }

    @Test
    void sendsAPlace() throws Exception {
        var place = new Content.Place("Зала", "ул. „Пример“ 1", 41.9344, 25.5555);

        assertThat(sent(place)).isEqualTo(json("""
                {"chat_id":"3527065","title":"Зала","address":"ул. „Пример“ 1","latitude":41.9344,"longitude":25.5555}"""));
    }

    @Test
    void editsInPlace() throws Exception {
        ((org.pokana.messaging.Channel.Editable) channel).edit(OLENA, "815", Content.text("Меню"), Lane.REPLY);

        assertThat(tree(server.takeRequest())).isEqualTo(json("""
                {"chat_id":"3527065","message_id":815,"text":"Меню","link_preview_options":{"is_disabled":true}}"""));
    }

    @Test
    void uploadsAFileUnderItsName() throws Exception {
        channel.send(
                OLENA, new Content.Document("forum.ics", "text/calendar", new byte[] {66}, "Каним ви"), Lane.REPLY);

        var call = read(server.takeRequest());
        assertThat(call.text("caption")).isEqualTo("Каним ви");
        assertThat(call.files().values()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("forum.ics");
            assertThat(file.bytes()).containsExactly(66);
        });
    }

    @Test
    void asksForUpdatesAndForNothingThatItDoesNotRead() throws Exception {
        answer = "{\"ok\":true,\"result\":[]}";
        poll();

        assertThat(tree(server.takeRequest())).isEqualTo(json("""
                {"offset":700,"limit":100,"timeout":50,
                 "allowed_updates":["message","edited_message","callback_query","my_chat_member"]}"""));
    }

    private void poll() throws TelegramApiException {
        connections.polls().execute(new FetchUpdates(700L, 50));
    }

    @Test
    void readsHowLongToWait() {
        code = 429;
        answer = "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 35\","
                + "\"parameters\":{\"retry_after\":35}}";

        assertThat(channel.send(OLENA, Content.text("ало"), Lane.REPLY))
                .isEqualTo(new TryLater(java.time.Duration.ofSeconds(35)));
    }

    /** What a later Bot API may answer: an enumeration became an object, an object became a number. */
    @Test
    void readsTheAnswerWhateverIsNewInIt() {
        answer = SENT.replace(
                "\"text\":\"x\"",
                "\"text\":\"x\",\"reply_markup\":7,\"entities\":{\"new\":[]},\"from\":[\"nobody\"],\"date\":1");
        assertThat(channel.send(OLENA, Content.text("ало"), Lane.REPLY)).isEqualTo(new Delivered("815"));
    }

    /** What would happen otherwise: nobody knows whether it was sent. */
    @Test
    void couldNotReadItIfItReadAllOfIt() {
        answer = SENT.replace("\"text\":\"x\"", "\"entities\":{\"new\":[]}");
        var text = SendMessage.builder().chatId("3527065").text("ало").build();

        assertThatThrownBy(() -> connections.polls().execute(text))
                .isInstanceOf(TelegramApiException.class)
                .hasMessageContaining("deserialize");
    }

    private JsonNode sent(Content content) throws InterruptedException {
        channel.send(OLENA, content, Lane.REPLY);
        return tree(server.takeRequest());
    }

    private JsonNode tree(RecordedRequest request) {
        return JsonMapper.shared().valueToTree(read(request).fields());
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
