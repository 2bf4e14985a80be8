package org.pokana.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pokana.SettableClock;
import org.pokana.kernel.Address;
import org.pokana.kernel.Attachment.Item;
import org.pokana.kernel.Attachment.Kind;
import org.pokana.kernel.Choice.Tone;
import org.pokana.messaging.Channel;
import org.pokana.messaging.ChannelContract;
import org.pokana.messaging.Content;
import org.pokana.messaging.Content.Button;
import org.pokana.messaging.Content.Document;
import org.pokana.messaging.Content.Text;
import org.pokana.messaging.Delivery;
import org.pokana.messaging.Delivery.Delivered;
import org.pokana.messaging.Delivery.Moved;
import org.pokana.messaging.Delivery.NotSent;
import org.pokana.messaging.Delivery.TryLater;
import org.pokana.messaging.Delivery.Uncertain;
import org.pokana.messaging.KeptFile;
import org.pokana.messaging.KeptFiles;
import org.pokana.messaging.Lane;
import org.pokana.store.TestStore;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TelegramChannelTests implements ChannelContract {

    private static final Address OLENA = new Address("telegram", "3527065");
    private static final Document CALENDAR =
            new Document("forum.ics", "text/calendar", new byte[] {66, 13, 10, 69}, "");

    private final TestStore store = TestStore.inMemory(SentFile.class, KeptFile.class);
    private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    private final FakeTelegram fake = FakeTelegram.open();
    private final FakePerson olena = fake.person(3527065, "bg");
    private final TelegramConnections connections = new TelegramConnections(Settings.of(fake));
    private int ids;
    private final KeptFiles kept =
            new KeptFiles(store.mongo(), () -> "kept" + ++ids, clock, List.of(), "https://pokana.example");
    private final TelegramChannel channel =
            TelegramChannel.of(connections, new SentFiles(store.mongo(), "4242", clock), kept, Settings.of(fake));

    @AfterEach
    void everyCallWasValid(CapturedOutput output) {
        connections.close();
        fake.close();
        store.close();
        assertThat(fake.violations()).isEmpty();
        assertThat(output.getAll()).doesNotContain(FakeTelegram.TOKEN);
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public Address somebody() {
        return OLENA;
    }

    @Override
    public List<Shown> seenBy(Address person) {
        return fake.answers(olena.id()).stream()
                .map(message -> new Shown(message.text(), message.labels()))
                .toList();
    }

    @Override
    public Item kept(Kind kind, String name, byte[] bytes) {
        var file = kept.keep(OLENA, kind, name, null, bytes);
        return new Item(file.id(), file.kind(), file.name(), file.type(), file.bytes(), "");
    }

    @Override
    public boolean meets(Trouble trouble, Address person) {
        switch (trouble) {
            case THROTTLED -> fake.next("sendMessage").throttles((int) PAUSE.toSeconds());
            case DOWN -> fake.next("sendMessage").answersHtml(502);
            case BLOCKED -> olena.blocks();
            case REFUSED ->
                fake.next("sendMessage")
                        .refuses(400, "Bad Request: bot" + FakeTelegram.TOKEN + " is not what you think");
        }
        return true;
    }

    @Override
    public boolean vanishes(Address person, String receipt) {
        fake.deletes(olena.id(), Long.parseLong(receipt));
        return true;
    }

    @Override
    public List<String> secrets() {
        return List.of(FakeTelegram.TOKEN, "TEST-token_of-nobody");
    }

    @Test
    void letsEveryReaderSeeTheTimeTheyLiveIn() {
        channel.send(OLENA, on25February("🎓 На 25 февруари в 10:00 в Хасково"), Lane.REPLY);

        var entity =
                fake.calls("sendMessage").get(0).tree("entities").orElseThrow().get(0);
        assertThat(entity.path("type").asString()).isEqualTo("date_time");
        assertThat(entity.path("unix_time").asLong()).isEqualTo(1803542400);
        assertThat(entity.path("offset").asInt()).isEqualTo(6); // the emoji counts twice
    }

    @Test
    void losesTheTimeRatherThanTheWords(CapturedOutput output) {
        fake.next("sendMessage").refuses(400, "Bad Request: can't parse entities: no such entity");

        assertThat(channel.send(OLENA, on25February("🎓 На 25 февруари"), Lane.REPLY))
                .isInstanceOf(Delivered.class);
        assertThat(fake.answers(olena.id())).extracting(FakeMessage::text).containsExactly("🎓 На 25 февруари");
        assertThat(output).contains("did not take the entities");
    }

    private static Text on25February(String text) {
        int from = text.indexOf("25");
        var moment = new Content.Moment(from, "25 февруари".length(), Instant.ofEpochSecond(1803542400));
        return new Text(text, List.of(), false, List.of(moment), null);
    }

    @Test
    void copiesANumberWithOneTap() {
        channel.send(
                OLENA,
                new Text(
                        "Записани сте.",
                        List.of(new Button("/my", "Моите форуми", Tone.PLAIN)),
                        true,
                        List.of(),
                        new Content.Copy("17", "Копирай 17")),
                Lane.REPLY);

        assertThat(fake.answers(olena.id()).get(0).labels()).containsExactly("Копирай 17", "Моите форуми");
        assertThat(fake.calls("sendMessage").get(0).text("reply_markup")).contains("\"copy_text\":{\"text\":\"17\"}");
    }

    @Test
    void showsThatItIsWriting() {
        channel.showTyping(OLENA);

        await().until(() -> !fake.calls("sendChatAction").isEmpty());
        assertThat(fake.calls("sendChatAction").get(0).text("action")).isEqualTo("typing");
    }

    @Test
    void mindsNothingWhenItCannotShowThatItIsWriting() {
        fake.next("sendChatAction").refuses(400, "Bad Request: chat not found");
        channel.showTyping(OLENA);

        assertThat(say("ало")).isInstanceOf(Delivered.class);
    }

    @Test
    void followsAGroupThatGrew() {
        fake.chats().meet(-7);
        fake.chats().move(-7, -1_001_234_567_890L);

        assertThat(channel.send(new Address("telegram", "-7"), Content.text("ало"), Lane.ANNOUNCEMENT))
                .isEqualTo(new Moved(new Address("telegram", "-1001234567890")));
    }

    @Test
    void readsTheTimeToWaitFromTheWordsWhenItIsNowhereElse() {
        fake.next("sendMessage").refuses(429, "Too Many Requests: retry after 35");

        assertThat(say("ало")).isEqualTo(new TryLater(Duration.ofSeconds(35)));
    }

    @Test
    void cannotKnowWhetherAMessageArrivedWhenTheConnectionBreaksAfterwards() {
        say("connects");
        fake.next("sendMessage").deliversThenDrops();

        assertThat(say("ало")).isInstanceOf(Uncertain.class);
        assertThat(fake.answers(olena.id())).hasSize(2);
    }

    /** The library's usual client sends again by itself. */
    @Test
    void sendsOnceEvenThoughTheConnectionBreaks() {
        say("connects");
        fake.next("sendMessage").times(2).deliversThenDrops();
        say("ало");

        assertThat(fake.calls("sendMessage")).hasSize(2);
    }

    @Test
    void cannotKnowWhenTheAnswerIsUnreadable() {
        fake.next("sendMessage").breaksOff();
        assertThat(say("half an answer")).isInstanceOf(Uncertain.class);

        fake.next("sendMessage").answersGarbage();
        assertThat(say("no answer")).isInstanceOf(Uncertain.class);
    }

    @Test
    void knowsThatAMessageNeverLeftWhenNobodyListens() {
        fake.close();

        assertThat(say("ало")).isInstanceOf(NotSent.class);
    }

    @Test
    void showsGoodAndDangerousButtonsInColour() {
        say(
                "Отказвате ли се?",
                new Button("yes", "Да", Tone.DANGER),
                new Button("no", "Не", Tone.GOOD),
                new Button("/menu", "Меню", Tone.AWAY));

        assertThat(fake.answers(olena.id()).get(0).buttons())
                .containsExactly(
                        new FakeMessage.Button("Да", "1:yes", "danger"),
                        new FakeMessage.Button("Не", "1:no", "success"),
                        new FakeMessage.Button("Меню", "1:/menu", ""));
    }

    @Test
    void marksTheButtonsOfALastingMessage() {
        channel.send(
                OLENA,
                new Text("Записани сте.", List.of(new Button("/my", "Моите форуми", Tone.PLAIN)), true),
                Lane.REPLY);

        assertThat(fake.answers(olena.id()).get(0).buttons())
                .extracting(FakeMessage.Button::data)
                .containsExactly("1!/my");
    }

    @Test
    void givesLongLabelsARowOfTheirOwnAndKeepsTheWayBackApart() {
        assertThat(rows("Община Минерални бани", "Хасково", "‹Назад", "‹Меню"))
                .containsExactly(List.of("Община Минерални бани"), List.of("Хасково"), List.of("‹Назад", "‹Меню"));
        assertThat(rows("Хасково", "Свиленград", "Харманли", "‹Меню"))
                .containsExactly(List.of("Хасково", "Свиленград"), List.of("Харманли"), List.of("‹Меню"));
        assertThat(rows("1", "2", "3", "4")).containsExactly(List.of("1", "2", "3"), List.of("4"));
    }

    @Test
    void crowdsManyLongLabelsRatherThanMakingAnEndlessList() {
        var labels = IntStream.range(0, 14)
                .mapToObj(number -> number == 13 ? "‹Назад" : "Община номер " + number)
                .toArray(String[]::new);

        assertThat(rows(labels)).hasSize(8);
    }

    @Test
    void countsTheRowOfWhatCanBeCopied() {
        var eight = IntStream.range(0, 8)
                .mapToObj(number -> new Button("/" + number, "Моите записвания", Tone.PLAIN))
                .toList();
        channel.send(
                OLENA,
                new Text("Записани сте.", eight, true, List.of(), new Content.Copy("17", "Копирай 17")),
                Lane.REPLY);

        assertThat(fake.answers(olena.id()).get(0).labels()).hasSize(9); // no message, had there been nine rows
    }

    @Test
    void sendsTheFileItself() {
        channel.send(OLENA, CALENDAR, Lane.REPLY);

        assertThat(fake.answers(olena.id()).get(0).file()).containsExactly(66, 13, 10, 69);
    }

    @Test
    void uploadsAFileOnceAndThenOnlyNamesIt() {
        sendsCalendar("Каним ви");
        sendsCalendar("Каним и вас");

        assertThat(fake.calls("sendDocument"))
                .extracting(call -> call.files().size())
                .containsExactly(1, 0);
        assertThat(fake.answers(olena.id()))
                .allSatisfy(message -> assertThat(message.file()).isEqualTo(new byte[] {66, 13, 10, 69}));
        assertThat(fake.answers(olena.id())).extracting(FakeMessage::text).containsExactly("Каним ви", "Каним и вас");
    }

    @Test
    void uploadsAFileAgainThatTelegramNoLongerKnows() {
        sendsCalendar("");
        fake.chats().forgetFiles();
        sendsCalendar("");
        sendsCalendar("");

        assertThat(fake.calls("sendDocument"))
                .extracting(call -> call.files().size())
                .containsExactly(1, 0, 1, 0);
    }

    @Test
    void doesNotUploadAgainWhenItIsThePersonWhoIsGone() {
        sendsCalendar("");
        olena.blocks();

        assertThat(channel.send(OLENA, CALENDAR, Lane.REPLY)).isInstanceOf(Delivery.Gone.class);
        assertThat(fake.calls("sendDocument")).hasSize(2);
    }

    @Test
    void uploadsAFileWhileTheStoreIsAway() {
        store.close();

        assertThat(channel.send(OLENA, CALENDAR, Lane.REPLY)).isInstanceOf(Delivered.class);
    }

    @Test
    void forgetsFilesWhenTheirTimeIsOver() {
        sendsCalendar("");

        assertThat(new SentFiles(store.mongo(), "4242", clock)
                        .fade(clock.instant().plusSeconds(1)))
                .isEqualTo(1);
    }

    private void sendsCalendar(String caption) {
        assertThat(channel.send(
                        OLENA, new Document(CALENDAR.name(), CALENDAR.type(), CALENDAR.bytes(), caption), Lane.REPLY))
                .isInstanceOf(Delivered.class);
    }

    @Test
    void doesNotLetRepliesWaitBehindAnAnnouncement() throws InterruptedException {
        fake.next("sendMessage").times(40).stalls(Duration.ofSeconds(3));
        var bulk = IntStream.range(0, 40)
                .mapToObj(number -> new Thread(() -> channel.send(OLENA, Content.text("новини"), Lane.ANNOUNCEMENT)))
                .toList();
        bulk.forEach(Thread::start);
        while (fake.calls("sendMessage").size() < 32) {
            Thread.onSpinWait();
        }
        fake.heals();

        assertThat(say("отговор")).isInstanceOf(Delivered.class);
        assertThat(fake.answers(olena.id())).extracting(FakeMessage::text).contains("отговор");
        assertThat(bulk).anyMatch(Thread::isAlive);
    }

    private Delivery say(String text, Button... buttons) {
        return channel.send(OLENA, Content.text(text, buttons), Lane.REPLY);
    }

    private static List<List<String>> rows(String... labels) {
        var buttons = java.util.Arrays.stream(labels)
                .map(label -> new Button(label, label, label.startsWith("‹") ? Tone.AWAY : Tone.PLAIN))
                .toList();
        return Keyboard.rows(buttons, Keyboard.MOST_ROWS).stream()
                .map(row -> row.stream().map(Button::label).toList())
                .toList();
    }
}
