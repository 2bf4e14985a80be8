package org.pokana.messaging;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pokana.messaging.Message.State;
import org.pokana.messaging.SimulatedService.Taken;

/** How fast and in which order bulk leaves, in simulated time: no test waits. */
class BulkTests {

    private final SimulatedSending sending = new SimulatedSending();
    private final SimulatedService service = sending.service;

    @AfterEach
    void close() {
        sending.close();
    }

    @Test
    void reachesTenThousandWithinEightMinutesAndHardlyEverTooFast() throws InterruptedException {
        service.mostPerSecond = 30;
        sending.puts("news", Lane.ANNOUNCEMENT, 10_000);

        var took = sending.runsUntil(10_000);
        assertThat(took).isLessThan(Duration.ofMinutes(8));
        assertThat(service.refused).as("429s").isLessThanOrEqualTo(2);
        assertThat(service.perChat).hasSize(10_000).allSatisfy((chat, times) -> assertThat(times)
                .isEqualTo(1));
        // five half minutes of 20, 21, 22, 23 and 24 a second, the rest at 25
        var allowed = Duration.ofSeconds(150 + (10_000 - 30 * (20 + 21 + 22 + 23 + 24)) / 25);
        assertThat(took)
                .isBetween(
                        allowed.multipliedBy(95).dividedBy(100),
                        allowed.multipliedBy(105).dividedBy(100));
    }

    /** The service takes thirty a second from all of it together. */
    @Test
    void leavesRoomForPeopleWhoAreAnsweredMeanwhile() throws InterruptedException {
        service.saysItTakes = 28;
        sending.restarts();
        var took = writesToManyWhilePeopleTalk(5_000);

        assertThat(service.refused).as("requests to slow down").isLessThanOrEqualTo(1);
        assertThat(replies()).hasSizeGreaterThan(600).allSatisfy(reply -> assertThat(reply.settledAt())
                .isBeforeOrEqualTo(reply.putAt().plusSeconds(1)));
        assertThat(perSecond(took)).isGreaterThan(0.95 * 24); // 20 at first, 25 in the end
    }

    @Test
    void wouldBeToldToSlowDownWithoutThat() throws InterruptedException { // control
        sending.instance.gate.tellOfReplies(() -> {});
        var took = writesToManyWhilePeopleTalk(5_000);

        assertThat(service.refused).as("requests to slow down").isGreaterThan(2);
        assertThat(perSecond(took)).isLessThan(0.8 * 24);
    }

    /** However many they are. */
    @Test
    void keepsNobodyWaitingForMoreThanASecond() throws InterruptedException {
        service.saysItTakes = 28;
        sending.restarts();
        sending.puts("news", Lane.ANNOUNCEMENT, 300);
        sending.passes(Duration.ofSeconds(2));
        for (int said = 0; said < 1_000; said++) {
            sending.says("olena" + said, "№ " + said);
            sending.passes(Duration.ofMillis(10));
        }
        sending.passes(Duration.ofSeconds(2));

        assertThat(replies()).hasSize(1_000).allSatisfy(reply -> assertThat(reply.settledAt())
                .isBeforeOrEqualTo(reply.putAt().plusMillis(1_100)));
    }

    /** After a cold start, say, when many wrote meanwhile. */
    @Test
    void answersACrowdAsFastAsTheServiceTakesItOnceToldSo() throws InterruptedException {
        service.saysItTakes = 28;
        sending.restarts();

        assertThat(timesTurnedAwayAnsweringACrowd()).isEqualTo(1);
    }

    @Test
    void wouldBeTurnedAwayAgainAndAgainWithoutThat() throws InterruptedException { // control
        assertThat(timesTurnedAwayAnsweringACrowd()).isGreaterThan(3);
    }

    private int timesTurnedAwayAnsweringACrowd() throws InterruptedException {
        service.mostPerSecond = 30;
        service.penalty = () -> Duration.ofSeconds(1);
        sending.answers("здравейте", 200);
        sending.passes(Duration.ofSeconds(60));

        assertThat(replies()).hasSize(200).allMatch(reply -> reply.state() == State.SENT);
        return service.refused;
    }

    private List<Message> replies() {
        return sending.store.mongo().findAll(Message.class).stream()
                .filter(message -> message.lane() == Lane.REPLY)
                .toList();
    }

    private double perSecond(Duration took) {
        return service.taken.size() / (took.toMillis() / 1000.0);
    }

    /** Three or four a second, as they come: for a while nobody, then several at once. */
    private Duration writesToManyWhilePeopleTalk(int people) throws InterruptedException {
        var random = new Random(9);
        service.mostPerSecond = 30;
        service.penalty = () -> Duration.ofSeconds(1);
        sending.puts("news", Lane.ANNOUNCEMENT, people);
        var begin = sending.clock.instant();
        for (int said = 0; written() < people; ) {
            for (int at = 0; random.nextInt(10) < 7 && at < 12; at++) {
                sending.says("olena" + said % 200, "№ " + said++);
            }
            sending.passes(Duration.ofMillis(random.nextInt(1400)));
        }
        return Duration.between(begin, sending.clock.instant());
    }

    private long written() {
        return service.perChat.keySet().stream()
                .filter(chat -> chat.startsWith("news"))
                .count();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 35, 600})
    void keepsQuietForAsLongAsItIsTold(int seconds) throws InterruptedException {
        service.mostPerSecond = 12; // less than it tries
        service.penalty = () -> Duration.ofSeconds(seconds);
        sending.puts("news", Lane.ANNOUNCEMENT, 300);
        sending.runsUntil(300);

        assertThat(service.refused).isPositive();
        assertThat(service.tooEarly).as("sent into a closed window").isZero();
        assertThat(service.perChat).hasSize(300);
        assertThat(sending.in(State.FAILED)).isZero();
    }

    /** A storm: whatever is asked for is obeyed, and between two requests the pace is what it may be. */
    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void getsThroughAStorm(long seed) throws InterruptedException {
        var random = new Random(seed);
        sending.jitter = most -> Duration.ofMillis(random.nextInt((int) most.toMillis()));
        service.penalty = () -> Duration.ofSeconds(1 + random.nextInt(600));
        sending.puts("news", Lane.ANNOUNCEMENT, 1000);
        for (int sent = 25; sent <= 1000; sent += 25) {
            service.wantsQuiet = random.nextInt(4) == 0;
            sending.runsUntil(sent);
        }

        assertThat(service.refused).as("requests to slow down").isGreaterThan(3);
        assertThat(service.tooEarly).as("sent into a closed window").isZero();
        assertThat(service.perChat).hasSize(1000);
    }

    @Test
    void isAsFastAsItMayBeAfterEachPause() throws InterruptedException {
        sending.puts("news", Lane.ANNOUNCEMENT, 1600);
        sending.runsUntil(100);
        sending.instance.pace.throttled(Duration.ofSeconds(40));
        sending.passes(Duration.ofSeconds(40));

        var ten = List.of(10, 11, 12, 13);
        for (int perSecond : ten) {
            int before = service.taken.size();
            sending.passes(Duration.ofSeconds(30));
            assertThat((double) (service.taken.size() - before))
                    .as("in half a minute at " + perSecond + " a second")
                    .isBetween(30 * perSecond * 0.95, 30 * (perSecond + 1) * 1.0);
        }
    }

    @Test
    void isSlowedDownOnceByWhatWasOnItsWayTogether() {
        var pace = sending.instance.pace;
        for (int call = 0; call < 4; call++) {
            pace.throttled(Duration.ofSeconds(5 + call));
        }

        assertThat(pace.perSecond()).isEqualTo(10);
        assertThat(pace.take()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void neverGoesSlowerThanOneASecond() throws InterruptedException {
        for (int time = 0; time < 9; time++) {
            sending.instance.pace.throttled(Duration.ofSeconds(1));
            sending.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(sending.instance.pace.perSecond()).isEqualTo(1);
    }

    @Test
    void isToldToWaitOnceAndNotAgainAtEachRestart() throws InterruptedException {
        throttledFor(Duration.ofSeconds(60));
        for (int restart = 0; restart < 20; restart++) {
            sending.restarts();
            sending.passes(Duration.ofSeconds(2));
        }

        assertThat(service.tooEarly).isZero();
        sending.runsUntil(100);
        assertThat(service.tooEarly).isZero();
    }

    @Test
    void wouldSendIntoTheWindowIfARestartForgotIt() throws InterruptedException { // control
        throttledFor(Duration.ofSeconds(60));
        sending.store.mongo().dropCollection(Tempo.class);
        sending.restarts();
        sending.passes(Duration.ofSeconds(2));

        assertThat(service.tooEarly).isPositive();
    }

    private void throttledFor(Duration time) throws InterruptedException {
        service.mostPerSecond = 12;
        service.penalty = () -> time;
        sending.puts("news", Lane.ANNOUNCEMENT, 100);
        while (service.refused == 0) {
            sending.passes(Duration.ofMillis(10));
        }
    }

    @Test
    void keepsOnePaceWhateverInstanceHoldsTheLease() throws InterruptedException {
        service.mostPerSecond = 30;
        sending.puts("news", Lane.ANNOUNCEMENT, 600);
        while (service.taken.size() < 600) {
            sending.restarts(); // the lease goes round; each new holder looks up what is known of the pace
            sending.passes(Duration.ofSeconds(2));
        }

        assertThat(service.refused).isZero();
        assertThat(service.perChat).hasSize(600);
    }

    @Test
    void letsASmallAnnouncementPassABigOne() throws InterruptedException {
        sending.puts("big", Lane.ANNOUNCEMENT, 400);
        sending.runsUntil(50);
        sending.puts("small", Lane.ANNOUNCEMENT, 5);
        sending.runsUntil(100);

        assertThat(service.texts()).filteredOn("small"::equals).hasSize(5);
    }

    @Test
    void takesTurnsExactly() throws InterruptedException {
        List.of("one", "two", "three").forEach(cause -> sending.puts(cause, Lane.ANNOUNCEMENT, 70));
        sending.runsUntil(150);

        assertThat(counted(service.texts())).isEqualTo(Map.of("one", 50L, "two", 50L, "three", 50L));
    }

    @Test
    void wouldLetTheSmallOneWaitIfItTookTheOldestFirst() { // control: this is what taking turns prevents
        sending.puts("big", Lane.ANNOUNCEMENT, 400);
        sending.clock.advance(Duration.ofSeconds(1));
        sending.puts("small", Lane.ANNOUNCEMENT, 5);

        assertThat(sending.waiting.due(Lane.ANNOUNCEMENT, SimulatedService.NAME, 100))
                .extracting(Message::cause)
                .containsOnly("big");
    }

    @Test
    void sendsRemindersFirstAndEveryTenthAnAnnouncement() throws InterruptedException {
        sending.puts("news", Lane.ANNOUNCEMENT, 500);
        sending.puts("tomorrow", Lane.REMINDER, 900);
        sending.runsUntil(1000);

        assertThat(counted(service.texts())).isEqualTo(Map.of("news", 100L, "tomorrow", 900L));
        for (int ten = 0; ten < 100; ten++) {
            assertThat(Collections.frequency(service.texts().subList(10 * ten, 10 * ten + 10), "news"))
                    .isEqualTo(1);
        }
        sending.runsUntil(1400);
        assertThat(counted(service.texts())).containsEntry("news", 500L);
    }

    @Test
    void givesEverySlotToRemindersWhileThereIsNothingElse() throws InterruptedException {
        sending.puts("tomorrow", Lane.REMINDER, 200);

        assertThat(sending.runsUntil(200)).isLessThan(Duration.ofSeconds(11));
    }

    private static Map<String, Long> counted(List<String> texts) {
        return texts.stream().collect(groupingBy(text -> text, counting()));
    }

    /** Somebody's answers wait out a long request for quiet; the others do not wait with them. */
    @Test
    void passesOverChatsThatAreBusy() throws InterruptedException {
        sending.puts("news", Lane.ANNOUNCEMENT, 50);
        for (int chat = 0; chat < 10; chat++) {
            var name = "news%05d".formatted(chat);
            service.wantsQuietIn(name, Duration.ofMinutes(2));
            sending.says(name, "отговор");
            sending.clock.advance(Duration.ofSeconds(11)); // not together: each for itself
        }
        int before = service.taken.size();
        sending.passes(Duration.ofSeconds(5));

        assertThat(service.taken.size() - before).isEqualTo(40);
        assertThat(service.tooEarly).isZero();
        sending.passes(Duration.ofMinutes(3));
        assertThat(service.perChat).hasSize(50).allSatisfy((chat, messages) -> assertThat(messages)
                .isEqualTo(chat.compareTo("news00010") < 0 ? 2 : 1));
    }

    /** A hundred times, each at another moment; what was looked up already does not leave either. */
    @Test
    void stopsAtOnce() throws InterruptedException {
        var random = new Random(3);
        for (int time = 0; time < 100; time++) {
            var cause = "news" + time + "-";
            sending.puts(cause, Lane.ANNOUNCEMENT, 40);
            sending.passes(Duration.ofMillis(random.nextInt(1500)));
            int before = service.taken.size();
            sending.outbox.callOff(cause, Optional.empty(), "stopped");
            sending.passes(Duration.ofSeconds(1));
            assertThat(service.taken).hasSize(before);
        }
        assertThat(service.taken).as("what left before").hasSizeGreaterThan(500);
    }

    @Test
    void pausesAtOnceAndGoesOnWithinTenSeconds() throws InterruptedException {
        sending.puts("news", Lane.ANNOUNCEMENT, 100);
        sending.runsUntil(30);
        sending.outbox.hold("news");
        sending.passes(Duration.ofMinutes(1));
        assertThat(service.taken).hasSize(30);

        sending.outbox.resume("news");
        sending.passes(Duration.ofSeconds(10));
        assertThat(service.taken).hasSizeGreaterThan(60);
    }

    @Test
    void leavesNoFasterThanOneSlotEach() throws InterruptedException {
        sending.puts("news", Lane.ANNOUNCEMENT, 500);
        sending.runsUntil(500);

        var fastest = Duration.ofMillis(1000 / 26);
        for (int i = 1; i < 500; i++) {
            assertThat(Duration.between(at(i - 1), at(i))).isGreaterThan(fastest);
        }
    }

    private Instant at(int message) {
        return service.taken.stream().map(Taken::at).toList().get(message);
    }
}
