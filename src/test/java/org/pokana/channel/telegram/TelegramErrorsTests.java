package org.pokana.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pokana.SettableClock;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.kernel.Address;
import org.pokana.messaging.Content;
import org.pokana.messaging.Delivery;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message;
import org.pokana.messaging.Message.Fault;
import org.pokana.messaging.Message.State;
import org.pokana.messaging.MessagingKit;
import org.pokana.messaging.Post;
import org.pokana.store.TestStore;

/**
 * Every error that Telegram is known to answer, in its words and in the capitals of several of its versions, and what is
 * done about it: to the message, to the person's address, and whether somebody is told.
 */
class TelegramErrorsTests {

    private static final Address OLENA = new Address("telegram", "3527065");

    private final FakeTelegram fake = FakeTelegram.open();
    private final FakePerson olena = fake.person(3527065, "bg");
    private final TestStore store = TestStore.inMemory(
            Stream.concat(Stream.of(SentFile.class, Contact.class), Arrays.stream(MessagingKit.documents()))
                    .toArray(Class<?>[]::new));
    private final TelegramConnections connections = new TelegramConnections(Settings.of(fake));
    private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    private final TelegramChannel channel = Settings.channel(fake, connections, store.mongo());
    private final Contacts contacts = new Contacts(store.mongo(), () -> "olena", clock);
    private final Contact person = contacts.meet(OLENA, Locale.ENGLISH);
    private final MessagingKit kit = new MessagingKit(store.mongo(), clock, contacts, channel);

    @AfterEach
    void close() {
        kit.close();
        connections.close();
        store.close();
        fake.close();
    }

    /**
     * {@code told}: the alarm that organizers hear, or the person in whose place nothing could be said; {@code open}:
     * whether the address is still written to.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            400 | Bad Request: chat not found                                           | FAILED    | GONE      | false | -
            400 | Bad Request: private chat not found                                   | FAILED    | GONE      | false | -
            400 | Bad Request: user not found                                           | FAILED    | GONE      | false | -
            400 | Bad Request: PEER_ID_INVALID                                          | FAILED    | GONE      | false | -
            400 | Bad Request: group chat was upgraded to a supergroup chat             | FAILED    | REFUSED   | true  | refused
            400 | Bad Request: message text is empty                                    | FAILED    | REFUSED   | true  | refused
            400 | Bad Request: message is too long                                      | FAILED    | REFUSED   | true  | refused
            400 | Bad Request: MESSAGE_TOO_LONG                                         | FAILED    | REFUSED   | true  | refused
            400 | Bad Request: message caption is too long                              | FAILED    | REFUSED   | true  | refused
            400 | Bad Request: BUTTON_DATA_INVALID                                      | FAILED    | REFUSED   | true  | refused
            400 | Bad Request: BUTTON_TYPE_INVALID                                      | FAILED    | REFUSED   | true  | refused
            400 | Bad Request: text buttons are not allowed in the inline keyboard      | FAILED    | REFUSED   | true  | refused
            400 | Bad Request: reply markup is too long                                 | FAILED    | REFUSED   | true  | refused
            400 | Bad Request: Button_url_invalid                                       | FAILED    | REFUSED   | true  | refused
            400 | Bad Request: can't parse entities: unclosed start tag                 | FAILED    | REFUSED   | true  | refused
            400 | Bad Request: message to be replied not found                          | FAILED    | REFUSED   | true  | refused
            400 | Bad Request: wrong file identifier/HTTP URL specified                 | FAILED    | REFUSED   | true  | refused
            400 | Bad Request: failed to get HTTP URL content                           | FAILED    | REFUSED   | true  | refused
            400 | Bad Request: wrong type of the web page content                       | FAILED    | REFUSED   | true  | refused
            400 | Bad Request: a wording that nobody has seen before                    | FAILED    | REFUSED   | true  | refused
            400 | Bad Request: file is too big                                          | FAILED    | TOO_LARGE | true  | too-large
            413 | Request Entity Too Large                                              | FAILED    | TOO_LARGE | true  | too-large
            400 | Bad Request: not enough rights to send text messages to the chat      | FAILED    | BARRED    | true  | barred
            400 | Bad Request: have no write access to the chat                         | FAILED    | BARRED    | true  | barred
            403 | Forbidden: CHAT_WRITE_FORBIDDEN                                       | FAILED    | BARRED    | true  | barred
            400 | Bad Request: need administrator rights in the channel chat            | FAILED    | BARRED    | true  | barred
            400 | Bad Request: TOPIC_CLOSED                                             | FAILED    | BARRED    | true  | barred
            401 | Unauthorized                                                          | READY     | -         | true  | -
            403 | Forbidden: bot was blocked by the user                                | FAILED    | GONE      | false | -
            403 | Forbidden: user is deactivated                                        | FAILED    | GONE      | false | -
            403 | Forbidden: bot can't initiate conversation with a user                | FAILED    | GONE      | false | -
            403 | Forbidden: bot can't send messages to bots                            | FAILED    | GONE      | false | -
            403 | Forbidden: bot can't send messages to the bot                         | FAILED    | GONE      | false | -
            403 | Forbidden: bot was kicked from the group chat                         | FAILED    | GONE      | false | -
            403 | Forbidden: bot is not a member of the channel chat                    | FAILED    | GONE      | false | -
            403 | Forbidden: the group chat was deleted                                 | FAILED    | GONE      | false | -
            404 | Not Found                                                             | READY     | -         | true  | -
            404 | Not Found: method not found                                           | FAILED    | REFUSED   | true  | refused
            409 | Conflict: terminated by other getUpdates request                      | FAILED    | REFUSED   | true  | refused
            429 | Too Many Requests: retry after 12                                     | READY     | -         | true  | -
            500 | Internal Server Error                                                 | UNCERTAIN | -         | true  | -
            502 | Bad Gateway                                                           | UNCERTAIN | -         | true  | -
            504 | Gateway Timeout                                                       | UNCERTAIN | -         | true  | -
            """)
    void everyErrorHasItsConsequence(
            int code, String words, State state, @Nullable Fault fault, boolean open, @Nullable String told) {
        fake.next("sendMessage").refuses(code, words);
        put("news", Content.text("новини"), Lane.ANNOUNCEMENT);
        kit.sendDueBulk();

        assertThat(message("news").state()).isEqualTo(state);
        assertThat(message("news").fault()).isEqualTo(fault);
        assertThat(contacts.find(person.id()).orElseThrow().address().isPresent())
                .isEqualTo(open);
        assertThat(kit.lost).hasSize(open ? 0 : 1);
        assertThat(kit.alarms()).isEqualTo(told == null ? List.of() : List.of(told));
        assertThat(fake.calls("sendMessage")).as("calls").hasSize(1);
        assertThat(message("news").reason() + "").doesNotContain(FakeTelegram.TOKEN);
    }

    @Test
    void followsAGroupThatGrewAndSaysItThere() {
        fake.chats().meet(-7);
        fake.chats().move(-7, -1_001_234_567_890L);
        kit.outbox.put(List.of(Post.of(
                "a",
                person.id(),
                new Address("telegram", "-7"),
                Lane.ANNOUNCEMENT,
                Content.text("новини"),
                "test",
                clock.instant())));
        kit.sendDueBulk();
        kit.sendDueBulk();

        assertThat(fake.answers(-1_001_234_567_890L)).hasSize(1);
        assertThat(message("a").state()).isEqualTo(State.SENT);
        assertThat(kit.alarms()).isEmpty();
    }

    @Test
    void takesAnEditThatChangesNothingForDone() {
        put("a", Content.text("меню"), Lane.REPLY);
        fake.next("editMessageText").refuses(400, "Bad Request: message is not modified");
        amend("меню");

        assertThat(message("b").state()).isEqualTo(State.SENT);
        assertThat(fake.answers(olena.id())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Bad Request: message to edit not found",
        "Bad Request: message can't be edited",
        "Bad Request: MESSAGE_ID_INVALID"
    })
    void saysAnewWhatCannotBeEdited(String words) {
        put("a", Content.text("меню"), Lane.REPLY);
        fake.next("editMessageText").refuses(400, words);
        amend("ново меню");

        assertThat(message("b").state()).isEqualTo(State.SENT);
        assertThat(fake.answers(olena.id())).extracting(FakeMessage::text).containsExactly("меню", "ново меню");
        assertThat(kit.alarms()).isEmpty();
    }

    private void amend(String text) {
        kit.outbox.put(List.of(post("b", Content.text(text), Lane.REPLY).amending("a")));
    }

    @Test
    void saysToWhoeverAskedForAFileThatItIsTooLarge() {
        fake.next("sendDocument").refuses(413, "Request Entity Too Large");
        put("file", new Content.Document("data.json", "application/json", new byte[] {1}, ""), Lane.REPLY);

        await().until(() -> !fake.answers(olena.id()).isEmpty());
        assertThat(fake.answers(olena.id()).get(0).text()).contains("The file is too large");
        assertThat(message("file").fault()).isEqualTo(Fault.TOO_LARGE);
        assertThat(kit.alarms()).isEmpty();
    }

    @Test
    void doesNotUploadAgainWhatIsTooLarge() {
        var file = new Content.Document("forum.ics", "text/calendar", new byte[] {1}, "");
        channel.send(OLENA, file, Lane.REPLY);
        fake.next("sendDocument").refuses(400, "Bad Request: file is too big");

        assertThat(channel.send(OLENA, file, Lane.REPLY)).isInstanceOf(Delivery.TooLarge.class);
        assertThat(fake.calls("sendDocument")).hasSize(2);
    }

    @Test
    void stopsTryingWhileTheTokenIsRefusedAndRisksNoMessageToFindOut() {
        fake.next("*").times(1000).refuses(401, "Unauthorized");
        for (int number = 0; number < 20; number++) {
            put("news" + number, Content.text("новини"), Lane.ANNOUNCEMENT);
        }
        kit.sendDueBulk();
        assertThat(fake.calls("sendMessage")).hasSize(1);

        clock.advance(Duration.ofSeconds(11));
        kit.sendDueBulk();
        assertThat(fake.calls("sendMessage")).hasSize(1);
        assertThat(fake.calls("getMe")).hasSize(1);
        assertThat(kit.outbox.of("test", List.of(State.READY))).hasSize(20);

        fake.heals();
        clock.advance(Duration.ofSeconds(11));
        for (int look = 0; look < 20; look++) {
            kit.sendDueBulk();
            clock.advance(Duration.ofSeconds(2));
        }
        assertThat(kit.outbox.of("test", List.of(State.SENT))).hasSize(20);
    }

    private void put(String id, Content content, Lane lane) {
        kit.outbox.put(List.of(post(id, content, lane)));
    }

    private Post post(String id, Content content, Lane lane) {
        return Post.of(id, person.id(), OLENA, lane, content, "test", clock.instant());
    }

    private Message message(String id) {
        return kit.outbox.find(id).orElseThrow();
    }
}
