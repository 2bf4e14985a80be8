package org.pokana.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pokana.Trials;
import org.pokana.kernel.Address;
import org.pokana.messaging.Content;
import org.pokana.messaging.Delivery;
import org.pokana.messaging.Fit;
import org.pokana.messaging.Lane;
import org.pokana.store.TestStore;

/** How sending ends when Telegram, or the way to it, is at its worst; and what would happen without each protection. */
@Tag("faults")
class SendingTrialsTests {

    private static final Content NEWS = Content.text("новини");

    private final FakeTelegram fake = FakeTelegram.open();
    private final FakePerson olena = fake.person(3527065, "bg");
    private final Address somebody = new Address("telegram", String.valueOf(olena.id()));
    private final TestStore store = TestStore.inMemory(SentFile.class);
    private final TelegramSettings settings = Settings.of(fake);
    private final TelegramConnections connections = new TelegramConnections(settings);
    private final TelegramChannel channel = Settings.channel(settings, connections, store.mongo());

    @AfterEach
    void close() {
        connections.close();
        fake.close();
        store.close();
    }

    private Delivery sends(Content content) {
        return channel.send(somebody, content, Lane.REPLY);
    }

    @Test
    void knowsEachTimeThatAnAnswerBrokeOff() {
        for (int trial = 0; trial < 100; trial++) {
            fake.next("sendMessage").breaksOff();
            assertThat(sends(NEWS)).isInstanceOf(Delivery.Uncertain.class);
        }

        assertThat(fake.calls("sendMessage")).hasSize(100);
    }

    @Test
    void waitsNoLongerThanItSaysForAnAnswer() throws Exception {
        int trials = Trials.of(8, 100);
        fake.next("sendMessage").times(trials).stalls(Duration.ofSeconds(25));
        var threads = Executors.newCachedThreadPool();
        var sending = new ArrayList<Future<Delivery>>();
        long before = System.nanoTime();
        for (int trial = 0; trial < trials; trial++) {
            Callable<Delivery> call = () -> sends(NEWS);
            sending.add(threads.submit(call));
        }
        for (var each : sending) {
            assertThat(each.get()).isInstanceOf(Delivery.Uncertain.class);
        }
        threads.shutdown();

        // twice for those which wait for a free connection
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(trials > 60 ? 48 : 24));
    }

    @ParameterizedTest
    @EnumSource(Lane.class)
    void marksNobodyWhileTheTokenIsRefused(Lane lane) {
        fake.next("sendMessage").times(20).refuses(401, "Unauthorized");
        for (int trial = 0; trial < 20; trial++) {
            assertThat(channel.send(somebody, NEWS, lane)).isInstanceOf(Delivery.Closed.class);
        }

        fake.heals();
        assertThat(channel.send(somebody, NEWS, lane)).isInstanceOf(Delivery.Delivered.class);
    }

    /** The control of what becomes of the uncertain: this is how others came to send three to nine copies. */
    @Test
    void wouldSendSeveralCopiesIfSilenceWereTakenForFailure() {
        fake.next("sendMessage").times(3).deliversThenDrops();
        Delivery end;
        do {
            end = sends(NEWS);
        } while (!(end instanceof Delivery.Delivered));

        assertThat(fake.answers(olena.id())).hasSize(4);
    }

    /** The control of telling a block from other refusals: whoever is gone is asked for again and again. */
    @Test
    void knowsTheBlockedFromThoseWhoJustGotSomethingWrong() {
        var people = LongStream.range(9000, 9000 + Trials.of(20, 1000))
                .mapToObj(id -> fake.person(id, "bg"))
                .toList();
        var gone = people.stream().filter(person -> person.id() % 7 == 0).toList();
        gone.forEach(FakePerson::blocksSilently);
        var ends = people.stream()
                .filter(person ->
                        channel.send(new Address("telegram", String.valueOf(person.id())), NEWS, Lane.ANNOUNCEMENT)
                                instanceof Delivery.Gone)
                .toList();

        assertThat(ends).isEqualTo(gone);
        fake.next("sendMessage").refuses(400, "Bad Request: message is too long");
        assertThat(sends(NEWS)).isInstanceOf(Delivery.Refused.class);
    }

    /** The control of cutting long texts: Telegram does not take them. */
    @Test
    void wouldBeRefusedALongTextThatIsNotCut() {
        var text = Content.text("дълго ".repeat(1000));
        assertThat(sends(text)).isInstanceOf(Delivery.Refused.class);
        assertThat(fake.violations()).isNotEmpty();
        fake.forgives();

        assertThat(Fit.to(channel.abilities(), text)).hasSizeGreaterThan(1).allSatisfy(part -> assertThat(sends(part))
                .isInstanceOf(Delivery.Delivered.class));
    }

    /** What people typed travels as it is; with a parse mode the same words would be refused or reshaped. */
    @Test
    void breaksOnNoMarkupThatSomebodyTyped() {
        var typed = List.of("<b>", "</a>", "a_b*c[d](e)`f", "&amp; &lt;", "__x__ ~y~ ||z||", "<tg-time unix=\"x\">");
        typed.forEach(text -> assertThat(sends(Content.text(text))).isInstanceOf(Delivery.Delivered.class));

        assertThat(fake.answers(olena.id())).extracting(FakeMessage::text).isEqualTo(typed);
        assertThat(fake.calls("sendMessage"))
                .allSatisfy(call -> assertThat(call.fields()).doesNotContainKey("parse_mode"));
        assertThat(fake.violations()).isEmpty();
    }
}
