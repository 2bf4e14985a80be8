package org.pokana.announcement;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pokana.Stage.Person;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.messaging.Content;
import org.pokana.messaging.Inbox;
import org.pokana.messaging.Incoming;
import org.pokana.messaging.Message;
import org.pokana.messaging.MessagingKit;

/** However often and by whomever Send is pressed, an announcement goes once. */
@Tag("faults")
class SendOnceTests {

    private static final int ROUNDS = 40 * Integer.getInteger("pokana.faults", 1);

    private final AnnouncementStage stage = new AnnouncementStage();
    private final MessagingKit other = new MessagingKit(stage.store, stage.clock, stage.bot.contacts);
    private final Inbox another = stage.bot.anotherInstance(other);
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private int updates;

    @BeforeEach
    void byDay() {
        stage.isNow("2027-02-01T10:00");
        stage.smallCast();
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        other.close();
        stage.close();
    }

    @Test
    void goesOnceWhenSendIsPressedTwiceWithinMomentsAndHeardByTwoInstances() throws Exception {
        var random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            var send = writes(stage.maria, "/announce", "Новина " + round);
            long apart = random.nextInt(20_000_000);
            together(() -> stage.maria.presses(send), () -> {
                LockSupport.parkNanos(apart);
                presses(stage.maria, send);
                return null;
            });
        }
        everyoneHasEachOnce(ROUNDS);
    }

    @Test
    void goesOnceWhenTwoOrganizersSendTheSameDraft() throws Exception {
        stage.person("elena", "bg", Profile.UNKNOWN, Role.ORGANIZER);
        var elena = stage.bot.person("elena");
        for (int round = 0; round < ROUNDS; round++) {
            var marias = writes(stage.maria, "/announce draft" + round, "Новина " + round);
            var elenas = writes(elena, "/announce draft" + round, "Новина " + round + ", но по-добра");
            together(() -> stage.maria.presses(marias), () -> {
                presses(elena, elenas);
                return null;
            });
        }
        everyoneHasEachOnce(ROUNDS);
        assertThat(stage.queued().stream().collect(groupingBy(Message::cause)).values())
                .allSatisfy(messages -> assertThat(
                                messages.stream().map(Message::content).distinct())
                        .as("the words of one of them")
                        .hasSize(1));
    }

    @Test
    void goesOnceWhenAnOldButtonIsPressedAfterARestart() {
        var send = writes(stage.maria, "/announce", "Новина");
        stage.maria.presses(send);
        for (int press = 0; press < 3; press++) {
            presses(stage.maria, send);
        }
        assertThat(stage.maria.reads()).contains("вече не е актуален");
        everyoneHasEachOnce(1);
    }

    @Test
    void wouldGoTwiceIfItWereNotTheSameDraft() { // control
        stage.announcements.send(stage.draft("one", Audience.EVERYBODY));
        stage.announcements.send(stage.draft("two", Audience.EVERYBODY));
        stage.handingOut.handOut();

        assertThat(stage.queued().stream().collect(groupingBy(Message::contact, counting())))
                .containsEntry("olena", 2L);
    }

    /** Up to the button that sends it to everybody. */
    private static String writes(Person organizer, String command, String text) {
        organizer.says(command).says(text).taps("Пропусни").taps("Всички").taps("Продължи");
        return organizer.messages().stream()
                .flatMap(content -> content instanceof Content.Text words ? words.buttons().stream() : Stream.empty())
                .filter(button -> button.label().equals("Изпрати"))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .pick();
    }

    /** The other instance hears it. */
    private void presses(Person organizer, String pick) {
        another.receive(List.of(Incoming.pressed(
                "again:" + ++updates,
                organizer.address,
                pick,
                null,
                Locale.forLanguageTag("bg"),
                stage.clock.instant())));
    }

    private void together(Callable<?> one, Callable<?> two) throws Exception {
        var ready = new CountDownLatch(2);
        var first = threads.submit(() -> atOnce(ready, one));
        var second = threads.submit(() -> atOnce(ready, two));
        first.get();
        second.get();
    }

    private static Object atOnce(CountDownLatch ready, Callable<?> work) throws Exception {
        ready.countDown();
        ready.await();
        return work.call();
    }

    private void everyoneHasEachOnce(int announcements) {
        stage.clock.advance(Departure.SECOND_THOUGHTS);
        stage.handingOut.handOut();

        assertThat(stage.announcements.latest(10 * ROUNDS)).hasSize(announcements);
        assertThat(stage.queued().stream().collect(groupingBy(Message::contact, counting())))
                .containsEntry("olena", (long) announcements)
                .containsEntry("ivan", (long) announcements);
    }
}
