package org.pokana.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pokana.ShiftedClock;
import org.pokana.contact.Contacts;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Content;
import org.pokana.messaging.Content.Text;
import org.pokana.messaging.Delivery;
import org.pokana.messaging.Fit;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message.State;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.pokana.store.TestStore;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;

/**
 * What goes to Telegram at its worst, from the whole service or the real channel. Each protection has a test beside it
 * that shows what happens without.
 */
@Tag("faults")
class TelegramFaultTests extends TelegramTrial {

    private static final String CAUSE = "trial";

    @Test
    void holdsBulkAsLongAsTelegramAsksAndAnswersPeopleMeanwhile() {
        start();
        olena.starts("");
        await().until(() -> heard(olena) == 1);
        fake.next("sendMessage").to(9020).throttles(3);
        announce(60);
        await().until(() -> !callsTo(9020).isEmpty());
        long asked = callsTo(9020).get(0);
        olena.says("/help");

        await().atMost(Duration.ofMillis(2500)).until(() -> heard(olena) == 2);
        await().atMost(LONG).until(() -> sent() == 60);
        assertThat(bulkCalls()).hasSize(61);
        assertThat(bulkCalls().stream().filter(at -> at - asked > 500_000_000L && at - asked < 3_000_000_000L))
                .isEmpty();
    }

    @Test
    void tellsOrganizersOfALongPauseAndSendsNothingBeforeItIsOver() {
        var maria = fake.person(777, "bg");
        startAt(new ShiftedClock("2027-02-01T08:00:00Z"), "--pokana.organizers=telegram:777"); // by day
        maria.starts("");
        maria.waitsFor("Здравейте");
        var crowd = LongStream.range(9100, 9120).boxed().toList();
        var contacts = service.getBean(Contacts.class);
        crowd.forEach(chat -> {
            fake.chats().meet(chat);
            contacts.meet(address(chat), Locale.forLanguageTag("bg"));
        });
        fake.next("sendMessage").to(9103).throttles(400);
        maria.says("/announce");
        maria.waitsFor("Напишете съобщението");
        maria.says("Залата е сменена.");
        maria.waitsFor("същото на английски");
        maria.taps("Пропусни");
        maria.waitsFor("На кого да го изпратя?");
        maria.taps("Всички: 21");
        maria.waitsFor("Общо: 21 души");
        maria.taps("Продължи: 21");
        maria.waitsFor("Ще получат: 21");
        maria.says("изпрати");
        maria.waitsFor("на пауза", "Продължи изпращането");
        int before = bulkCalls().size();
        maria.taps("Продължи изпращането");
        maria.waitsFor("щом каналът отново приема");

        await().during(Duration.ofSeconds(2)).until(() -> bulkCalls().size() == before);
        assertThat(before).isLessThan(21);
    }

    @Test
    void doesNotRunIntoTelegramsLimitByItself() {
        start();
        fake.sendsAtMost(30);
        announce(100);

        await().atMost(LONG).until(() -> sent() == 100);
        assertThat(bulkCalls()).hasSize(100);
    }

    @Test
    void wouldRunIntoTelegramsLimitWithoutAPace() {
        fake.sendsAtMost(30);
        withChannel(channel -> {
            var ends = IntStream.range(0, 100)
                    .mapToObj(i -> channel.send(address(olena.id()), Content.text("новини"), Lane.ANNOUNCEMENT))
                    .toList();
            assertThat(ends).anyMatch(Delivery.TryLater.class::isInstance);
        });
    }

    @Test
    void saysALongAnswerInOrderAndNoFasterThanAChatBears() {
        start();
        fake.keepsTelegramsLimits();
        var text = longText(6);
        service.getBean(Outbox.class).put(List.of(answer(text)));

        await().atMost(LONG).until(() -> heard(olena) >= 6);
        assertThat(fake.calls("sendMessage")).hasSize(6);
        assertThat(String.join(" ", saidTo(olena)).equals(text))
                .as("all of it, in order")
                .isTrue();
    }

    @Test
    void wouldBeToldToWaitIfItSaidItAllAtOnce() {
        fake.keepsTelegramsLimits();
        withChannel(channel -> {
            var ends = Fit.to(channel.abilities(), Content.text(longText(6))).stream()
                    .map(part -> channel.send(address(olena.id()), part, Lane.REPLY))
                    .toList();
            assertThat(ends).hasSize(6).anyMatch(Delivery.TryLater.class::isInstance);
        });
    }

    private static String longText(int parts) {
        return IntStream.range(0, 4096 * parts / 10 - 20)
                .mapToObj("%09d"::formatted)
                .collect(Collectors.joining(" "));
    }

    private Post answer(String text) {
        return Post.of(
                "answer",
                new ContactId("olena"),
                address(olena.id()),
                Lane.REPLY,
                Content.text(text),
                CAUSE,
                Clock.systemUTC().instant());
    }

    private List<String> saidTo(FakePerson person) {
        return fake.answers(person.id()).stream().map(FakeMessage::text).toList();
    }

    @Test
    void keepsAnsweringInOrderThroughAPauseInOneChat() {
        start();
        fake.next("sendMessage").to(olena.id()).throttles(2);
        long from = System.nanoTime();
        for (int number = 0; number < 3; number++) {
            var post = answer("отговор " + number);
            service.getBean(Outbox.class)
                    .put(List.of(Post.of(
                            "answer" + number,
                            post.contact(),
                            post.to(),
                            Lane.REPLY,
                            post.content(),
                            CAUSE,
                            post.dueAt())));
        }

        await().atMost(LONG).until(() -> heard(olena) == 3);
        assertThat(saidTo(olena)).containsExactly("отговор 0", "отговор 1", "отговор 2");
        assertThat(callsTo(olena.id()).stream()
                        .filter(at -> at > callsTo(olena.id()).get(0) && at - from < 2_000_000_000L))
                .as("calls inside the window")
                .isEmpty();
    }

    @Test
    void sendsNoAnnouncementTwiceAndCountsWhatIsUncertain() {
        start();
        int people = 100 * SCALE;
        var random = new Random(3);
        var unlucky = LongStream.range(9000, 9000L + people)
                .filter(chat -> random.nextInt(10) == 0)
                .toArray();
        Arrays.stream(unlucky).forEach(chat -> fake.next("sendMessage").to(chat).deliversThenDrops());
        announce(people);

        await().atMost(LONG).until(() -> settled() == people);
        assertThat(counts()).containsEntry(State.UNCERTAIN, unlucky.length);
        assertThat(LongStream.range(9000, 9000L + people))
                .allSatisfy(chat -> assertThat(fake.answers(chat)).hasSize(1));
    }

    @Test
    void repeatsAnAnswerThatMayHaveBeenLostOnceAndNotMore() {
        start();
        olena.starts("");
        await().until(() -> heard(olena) == 1);
        fake.next("sendMessage").to(olena.id()).times(5).deliversThenDrops();
        olena.says("/help");

        await().until(() -> heard(olena) == 3);
        await().during(Duration.ofSeconds(3)).atMost(LONG).until(() -> heard(olena) == 3);
    }

    @Test
    void goesOnWithTheOthersWhenSomeHaveBlockedUs() {
        start();
        int people = 100 * SCALE;
        var contacts = service.getBean(Contacts.class);
        var blocked = LongStream.range(9000, 9000L + people)
                .filter(chat -> chat % 7 == 0)
                .toArray();
        LongStream.range(9000, 9000L + people)
                .forEach(chat -> contacts.meet(address(chat), Locale.forLanguageTag("bg")));
        Arrays.stream(blocked).forEach(chat -> fake.person(chat, "bg").blocksSilently());
        announce(people);

        await().atMost(LONG).until(() -> settled() == people);
        assertThat(counts()).isEqualTo(Map.of(State.SENT, people - blocked.length, State.FAILED, blocked.length));
        assertThat(bulkCalls()).hasSize(people);
        assertThat(contacts.at(address(blocked[0])).orElseThrow().address()).isEmpty();

        var back = fake.person(blocked[0], "bg");
        back.unblocks();
        back.says("/help");
        await().until(() ->
                contacts.at(address(blocked[0])).orElseThrow().address().isPresent());
    }

    @Test
    void marksNobodyAsLostWhileTheTokenIsRefused() {
        start();
        fake.next("sendMessage").times(1000).refuses(401, "Unauthorized");
        announce(5);

        await().until(() -> !bulkCalls().isEmpty());
        await().during(Duration.ofSeconds(2)).until(() -> counts().equals(Map.of(State.READY, 5)));
    }

    /** A connection that breaks is no reason to send again: the message may have arrived. */
    @Test
    void sendsExactlyAsOftenAsItWasAsked() {
        withChannel(channel -> {
            for (int i = 0; i < 50 * SCALE; i++) {
                channel.send(address(olena.id()), Content.text("първо"), Lane.REPLY);
                fake.next("sendMessage").deliversThenDrops();
                assertThat(channel.send(address(olena.id()), Content.text("второ"), Lane.REPLY))
                        .isInstanceOf(Delivery.Uncertain.class);
            }
        });

        assertThat(fake.calls("sendMessage")).hasSize(100 * SCALE);
    }

    @Test
    void wouldSendMoreOftenWithTheUsualClient() throws Exception {
        var usual = new OkHttpTelegramClient(
                new OkHttpClient(), FakeTelegram.TOKEN, Settings.of(fake).url());
        usual.execute(message());
        fake.next("sendMessage").deliversThenDrops();
        usual.execute(message());

        assertThat(fake.calls("sendMessage")).hasSize(3);
    }

    private SendMessage message() {
        return SendMessage.builder().chatId(olena.id()).text("ало").build();
    }

    @Test
    void losesNothingOfAnyTextAndBreaksNoRule() {
        var random = new Random(5);
        withChannel(channel -> {
            for (int i = 0; i < 100 * SCALE; i++) {
                var text = anyText(random);
                var parts = Fit.to(channel.abilities(), Content.text(text));
                assertThat(parts).allSatisfy(part -> assertThat(channel.send(address(olena.id()), part, Lane.REPLY))
                        .isInstanceOf(Delivery.Delivered.class));
                assertThat(parts.stream().map(part -> ((Text) part).text().replaceAll("\\s", "")))
                        .satisfies(pieces -> assertThat(String.join("", pieces)).isEqualTo(text.replaceAll("\\s", "")));
            }
        });
    }

    private static String anyText(Random random) {
        var pieces = List.of(
                "Здравейте ",
                "<b>",
                "</a>",
                "&amp;",
                "*_[`",
                "👩‍👩‍👧 ",
                "🇧🇬",
                "مرحبا ",
                "\u202Eобратно",
                "\n",
                "a̐é",
                "{0}",
                "😀");
        var text = new StringBuilder("!");
        int length = random.nextInt(3000);
        for (int i = 0; i < length; i++) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }

    private void announce(int people) {
        var posts = LongStream.range(9000, 9000L + people)
                .mapToObj(chat -> {
                    fake.chats().meet(chat);
                    return Post.of(
                            "trial:" + chat,
                            new ContactId("c" + chat),
                            address(chat),
                            Lane.ANNOUNCEMENT,
                            Content.text("новини"),
                            CAUSE,
                            Clock.systemUTC().instant());
                })
                .toList();
        service.getBean(Outbox.class).put(posts);
    }

    private Map<State, Integer> counts() {
        return service.getBean(Outbox.class).count(CAUSE);
    }

    private int sent() {
        return counts().getOrDefault(State.SENT, 0);
    }

    private int settled() {
        return counts().entrySet().stream()
                .filter(count -> count.getKey().isFinal())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private List<Long> callsTo(long chat) {
        return fake.calls("sendMessage").stream()
                .filter(call -> call.number("chat_id", 0) == chat)
                .map(FakeCall::at)
                .toList();
    }

    private List<Long> bulkCalls() {
        return fake.calls("sendMessage").stream()
                .filter(call -> call.number("chat_id", 0) >= 9000 && call.number("chat_id", 0) < 1_000_000)
                .map(FakeCall::at)
                .toList();
    }

    private void withChannel(java.util.function.Consumer<TelegramChannel> use) {
        var settings = Settings.of(fake);
        try (var connections = new TelegramConnections(settings);
                var store = TestStore.inMemory(SentFile.class)) {
            use.accept(Settings.channel(fake, connections, store.mongo()));
        }
    }
}
