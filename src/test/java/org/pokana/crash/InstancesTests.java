package org.pokana.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pokana.channel.telegram.FakeCall;
import org.pokana.channel.telegram.FakePerson;
import org.pokana.channel.telegram.FakeTelegram;
import org.pokana.kernel.CrashPoint;

/**
 * Several instances on one database: one of them polls and one sends to crowds, at one pace; when it freezes or dies
 * another takes over, and nobody gets anything twice.
 */
@Tag("crash")
class InstancesTests {

    /** Enough that some are still to be written to after the last kill and the stop, on a slow machine, too. */
    private static final int RECIPIENTS = Scale.of("crash.instances.recipients", 1000, 6000);

    private static final int KILLS = Scale.of("crash.instances.kills", 1, 10);
    private static final int FREEZES = Scale.of("crash.freezes", 1, 20);
    private static final int LOSSES = Scale.of("crash.losses", 1, 20);
    private static final int PEOPLE = 10;
    private static final int FIRST = 10_000;
    private static final long ORGANIZER = 900;
    private static final Duration TAKEN_OVER = Duration.ofSeconds(30);

    /** Longer than a message is leased and others look only now and then. */
    private static final Duration FROZEN = Duration.ofSeconds(37);

    private static final int STRANGER_SECONDS = Scale.of("crash.stranger.seconds", 5, 600);
    private static final String ANOTHER_PROGRAM = "Another program receives with the same Telegram token";
    private static final int MOST_IN_FLIGHT = 4;
    private static final String POLLS = "telegram-poller:4242";
    private static final String SENDS = "bulk:telegram";

    private final FakeTelegram telegram = FakeTelegram.open(0, BotProcess.CLOCK);
    private final FakePerson organizer = telegram.person(ORGANIZER, "bg");
    private final List<BotProcess> bots = new ArrayList<>();

    @AfterEach
    void close() throws InterruptedException {
        for (BotProcess bot : bots) {
            bot.close();
        }
        telegram.close();
    }

    private BotProcess bot(String name, Path folder, SharedStore store) {
        var bot = new BotProcess(folder.resolve(name), telegram)
                .set("POKANA_MONGODB_URI", store.uri())
                .set("POKANA_ORGANIZERS", "telegram:" + ORGANIZER);
        bots.add(bot);
        return bot;
    }

    /** The thread that is about to send stands still, and the process with it, for longer than its lease. */
    @Test
    void sendsNothingTwiceAfterAFreezeRightBeforeTheCall(@TempDir Path folder) throws Exception {
        try (var store = SharedStore.open(folder)) {
            Stream.of("a", "b").map(name -> bot(name, folder, store)).toList().forEach(BotProcess::start);
            organizer.starts("");
            bots.get(0).finishes(1, Duration.ofSeconds(10));
            long slowest = 0;
            for (int freeze = 1; freeze <= FREEZES; freeze++) {
                var frozen = whoever(POLLS);
                frozen.tell("wait " + CrashPoint.CLAIMED);
                int waits = frozen.waits();
                organizer.says("/help");
                await().until(() -> frozen.waits() > waits);
                int before = telegram.answers(ORGANIZER).size();
                long begin = System.nanoTime();
                frozen.freeze();
                var other = other(frozen);
                await().atMost(Duration.ofSeconds(45))
                        .until(() -> telegram.answers(ORGANIZER).size() > before);
                slowest = Math.max(slowest, (System.nanoTime() - begin) / 1_000_000);
                assertThat(whoever(POLLS)).isSameAs(other);
                assertThat(whoever(SENDS)).isSameAs(other);
                frozen.thaw();
                frozen.tell("go");
                other.finishes(1 + freeze, Duration.ofSeconds(20));
            }
            var sum = bots.get(0).books().addUp(telegram);
            System.out.printf(
                    "%d freezes before the call: %d messages heard, %d sent, %d second copies, %d uncertain, slowest answer"
                            + " %d ms%n",
                    FREEZES, sum.heard(), sum.sent(), sum.copies(), sum.uncertain(), slowest);
            assertThat(sum.copies() + sum.uncertain()).isZero();
        }
    }

    @Test
    void sendsToACrowdAtOnePaceWhileInstancesDie(@TempDir Path folder) throws Exception {
        LongStream.range(FIRST, FIRST + RECIPIENTS).forEach(id -> telegram.person(id, "bg"));
        try (var store = SharedStore.open(folder);
                var people = new Talkers(telegram, 1000, PEOPLE)) {
            Stream.of("a", "b", "c")
                    .map(name -> bot(name, folder, store))
                    .toList()
                    .forEach(BotProcess::start);
            organizer.starts("");
            bots.get(0).finishes(1, Duration.ofSeconds(10));
            bots.get(0).tell("crowd " + RECIPIENTS + " " + FIRST);
            bots.get(0).tell("announce one " + ORGANIZER);
            people.talk();
            var takeover = new Takeovers();
            for (int kill = 1; kill <= KILLS; kill++) {
                while (toTheCrowd().size() < RECIPIENTS * kill / (KILLS + 4)) {
                    Thread.sleep(20);
                }
                takeover.afterAKill(whoever(SENDS));
            }
            takeover.afterAStop(whoever(SENDS));
            people.goHome();
            var survivor = awake().findFirst().orElseThrow();
            survivor.finishes(1 + people.asked(), Duration.ofSeconds(60 + RECIPIENTS / 10));

            var books = survivor.books();
            var sum = books.addUp(telegram);
            System.out.printf(
                    "3 instances, %d kills of the leader: polling taken over after %d ms, sending after %d ms, handed"
                            + " over after %d ms; at most %d a"
                            + " second and %d in five to %d people; %d messages heard, %d sent, %d second copies, %d"
                            + " uncertain, slowest answer %d ms%n",
                    KILLS,
                    takeover.polling,
                    takeover.sending,
                    takeover.handingOver(),
                    most(Duration.ofSeconds(1)),
                    most(Duration.ofSeconds(5)),
                    RECIPIENTS + 1,
                    sum.heard(),
                    sum.sent(),
                    sum.copies(),
                    sum.uncertain(),
                    people.slowestMillis());
            assertThat(sum.copies() + sum.uncertain()).isLessThanOrEqualTo(KILLS * (MOST_IN_FLIGHT + PEOPLE));
            assertThat(takeover.handingOver()).isBetween(1L, 15_000L);
            var report = books.of("announcements").get(0).get("report", Document.class);
            assertThat(report.getInteger("delivered") + report.getInteger("uncertain"))
                    .isEqualTo(RECIPIENTS + 1);
            assertThat(most(Duration.ofSeconds(1))).isLessThanOrEqualTo(30);
            assertThat(most(Duration.ofSeconds(5))).isLessThanOrEqualTo(5 * 25);
        }
    }

    /** How long it took others, at worst. */
    private final class Takeovers {

        private long polling;
        private long sending;
        private long stopped;

        void afterAKill(BotProcess dying) throws InterruptedException {
            boolean polled = whoever(POLLS) == dying;
            dying.kill();
            long begin = System.nanoTime();
            sending = Math.max(sending, millisUntil(begin, () -> toTheCrowd()));
            if (polled) {
                polling = Math.max(polling, millisUntil(begin, () -> telegram.calls("getUpdates")));
            }
            dying.launch();
        }

        /** It gives back what it has, so that others need not wait for anything to end. */
        void afterAStop(BotProcess leaving) throws InterruptedException {
            stopped = System.nanoTime();
            leaving.stop();
        }

        /** How long nothing was sent after the stop began, at worst. */
        long handingOver() {
            var times = toTheCrowd().stream()
                    .mapToLong(FakeCall::at)
                    .filter(at -> at > stopped)
                    .sorted()
                    .toArray();
            long longest = 0;
            for (int i = 1; i < times.length; i++) {
                longest = Math.max(longest, times[i] - times[i - 1]);
            }
            return longest / 1_000_000;
        }

        private long millisUntil(long begin, Supplier<List<FakeCall>> calls) {
            await().atMost(TAKEN_OVER).until(() -> calls.get().stream().anyMatch(call -> call.at() > begin));
            var next = calls.get().stream()
                    .mapToLong(FakeCall::at)
                    .filter(at -> at > begin)
                    .min();
            return (next.orElseThrow() - begin) / 1_000_000;
        }
    }

    private List<FakeCall> toTheCrowd() {
        return telegram.calls("sendMessage").stream()
                .filter(call -> call.text("text").startsWith("Съобщение one"))
                .toList();
    }

    /** How many of them came within so long at most. */
    private int most(Duration window) {
        var times = toTheCrowd().stream().mapToLong(FakeCall::at).sorted().toArray();
        int most = 0;
        for (int first = 0, last = 0; last < times.length; last++) {
            while (times[last] - times[first] >= window.toNanos()) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    /** Behind an address that leads now to one of them, now to the other, and sometimes to both. */
    @Test
    void hearsOnceWhatSeveralInstancesAreTold(@TempDir Path folder) throws Exception {
        telegram.repeatsUpdates(30);
        try (var store = SharedStore.open(folder);
                var balancer = new Balancer();
                var people = new Talkers(telegram, 1000, PEOPLE)) {
            for (String name : List.of("a", "b")) {
                bot(name, folder, store)
                        .set("SERVER_PORT", String.valueOf(balancer.port()))
                        .set("POKANA_PUBLIC_URL", balancer.url())
                        .set("POKANA_TELEGRAM_MODE", "webhook")
                        .set("POKANA_TELEGRAM_SECRET", "0123456789abcdef")
                        .start();
            }
            people.talk();
            for (int kill = 1; kill <= KILLS; kill++) {
                while (people.asked() < PEOPLE * 10 * kill) {
                    Thread.sleep(20);
                }
                var dying = bots.get(kill % 2);
                dying.kill();
                dying.start();
            }
            while (people.asked() < PEOPLE * 10 * (KILLS + 1)) {
                Thread.sleep(20);
            }
            people.goHome();
            bots.get(0).finishes(people.asked(), Duration.ofSeconds(60));

            var sum = bots.get(0).books().addUp(telegram);
            System.out.printf(
                    "2 instances behind one webhook, %d kills, %d deliveries of %d messages: %d sent, %d second copies, %d"
                            + " uncertain, slowest answer %d ms%n",
                    KILLS,
                    balancer.deliveries(),
                    sum.heard(),
                    sum.sent(),
                    sum.copies(),
                    sum.uncertain(),
                    people.slowestMillis());
            assertThat(balancer.deliveries()).isGreaterThan(people.asked() * 5 / 4);
            assertThat(sum.copies() + sum.uncertain()).isLessThanOrEqualTo(KILLS * PEOPLE);
        }
    }

    /** Its plug is pulled, and for some seconds nothing can be kept or looked up. */
    @Test
    void getsOverTheLossOfTheStore(@TempDir Path folder) throws Exception {
        var store = SharedStore.open(folder);
        try (var people = new Talkers(telegram, 1000, PEOPLE)) {
            for (String name : List.of("a", "b")) {
                bot(name, folder, store).start();
            }
            people.talk();
            for (int loss = 1; loss <= LOSSES; loss++) {
                while (people.asked() < PEOPLE * 5 * loss) {
                    Thread.sleep(20);
                }
                store = store.killed();
            }
            while (people.asked() < PEOPLE * 5 * (LOSSES + 1)) {
                Thread.sleep(20);
            }
            people.goHome();
            bots.get(0).finishes(people.asked(), Duration.ofSeconds(60));

            var sum = bots.get(0).books().addUp(telegram);
            System.out.printf(
                    "2 instances, their store killed %d times: %d messages heard, %d sent, %d second copies, %d uncertain,"
                            + " slowest answer %d ms%n",
                    LOSSES, sum.heard(), sum.sent(), sum.copies(), sum.uncertain(), people.slowestMillis());
            assertThat(sum.copies() + sum.uncertain()).isZero();
        } finally {
            store.close();
        }
    }

    /** Somebody's laptop with the same token: what it fetches it does not confirm, and it goes away again. */
    @Test
    void standsBackFromAStrangerWhoPolls(@TempDir Path folder) throws Exception {
        try (var store = SharedStore.open(folder);
                var people = new Talkers(telegram, 1000, PEOPLE);
                var stranger = new Stranger(telegram)) {
            Stream.of("a", "b").map(name -> bot(name, folder, store)).toList().forEach(BotProcess::start);
            organizer.starts("");
            people.talk();
            while (people.asked() < PEOPLE * 3) {
                Thread.sleep(20);
            }
            people.goHome();
            stranger.comes();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> bots.stream().anyMatch(bot -> bot.said().contains(ANOTHER_PROGRAM)));
            int before = ours();
            long begin = System.nanoTime();
            Thread.sleep(STRANGER_SECONDS * 1000L); // the point is that nothing comes of it
            if (STRANGER_SECONDS > 240) {
                organizer.waitsFor("Telegram не се чува");
            }
            organizer.says("/language");
            organizer.waitsFor("На какъв език");
            long answered = (System.nanoTime() - begin) / 1_000_000_000;
            int meanwhile = ours() - before;
            stranger.goes();
            bots.get(0).finishes(2 + people.asked(), Duration.ofSeconds(10));

            var sum = bots.get(0).books().addUp(telegram);
            System.out.printf(
                    "a stranger polled for %d s, we %d times: %d messages heard, %d sent, %d second copies, %d"
                            + " uncertain, slowest answer %d ms%n",
                    answered,
                    meanwhile,
                    sum.heard(),
                    sum.sent(),
                    sum.copies(),
                    sum.uncertain(),
                    people.slowestMillis());
            assertThat(bots)
                    .anyMatch(bot -> bot.said().contains("Another program receives with the same Telegram token"));
            assertThat(meanwhile).as("polls against the stranger").isLessThanOrEqualTo(3 + STRANGER_SECONDS / 10);
            assertThat(sum.copies() + sum.retaken() + sum.uncertain()).isZero();
        }
    }

    private int ours() {
        return (int) telegram.calls("getUpdates").stream()
                .filter(call -> call.fields().containsKey("allowed_updates"))
                .count();
    }

    private BotProcess other(BotProcess than) {
        return awake().filter(bot -> bot != than).findFirst().orElseThrow();
    }

    /** The one that may do it now, as soon as there is one. */
    private BotProcess whoever(String does) {
        var found = new ArrayList<BotProcess>();
        await().atMost(TAKEN_OVER).until(() -> {
            awake().filter(bot ->
                            List.of(bot.tell("leads").orElse("").split(" ")).contains(does))
                    .forEach(found::add);
            return !found.isEmpty();
        });
        assertThat(found).as("those with the right " + does).hasSize(1);
        return found.get(0);
    }

    private Stream<BotProcess> awake() {
        return bots.stream().filter(BotProcess::isAwake);
    }
}
