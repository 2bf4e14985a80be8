package org.pokana.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.SettableClock;
import org.pokana.contact.Contacts;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.store.TestStore;

/** How fast and in which order bulk leaves, in simulated time: no test waits. */
class BulkTests {

    private static final Instant START = Instant.parse("2027-02-01T08:00:00Z");

    private final SettableClock clock = new SettableClock(START);
    private final TestStore store = TestStore.inMemory(Message.class, Pace.Kept.class);
    private final Service service = new Service();
    private final Channels channels = new Channels(List.of(service));
    private final Outbox outbox = new Outbox(store.mongo(), clock, channels);
    private final Ledger ledger = new Ledger(store.mongo(), clock, "this");

    @AfterEach
    void close() {
        store.close();
    }

    /** Takes so many messages a second and no more, as services do; remembers when each was let in. */
    private final class Service implements Channel {

        private int mostPerSecond = Integer.MAX_VALUE;
        private Duration penalty = Duration.ofSeconds(5);
        private boolean away;
        private Instant closedUntil = Instant.EPOCH;
        private final List<Instant> taken = new ArrayList<>();
        private final Map<String, Integer> perChat = new HashMap<>();
        private final List<String> order = new ArrayList<>();
        private int refused;
        private int tooEarly;
        private int tried;

        @Override
        public String name() {
            return "fake";
        }

        @Override
        public Abilities abilities() {
            return new Abilities(4096, 1024, 100, true, true);
        }

        @Override
        public Delivery send(Address to, Content content, Lane lane) {
            tried++;
            var now = clock.instant();
            if (away) {
                return new Delivery.NotSent("connection refused");
            }
            if (now.isBefore(closedUntil)) {
                tooEarly++;
                return new Delivery.TryLater(Duration.between(now, closedUntil));
            }
            long lately = taken.stream()
                    .skip(Math.max(0, taken.size() - mostPerSecond))
                    .filter(moment -> moment.isAfter(now.minusSeconds(1)))
                    .count();
            if (lately >= mostPerSecond) {
                refused++;
                closedUntil = now.plus(penalty);
                return new Delivery.TryLater(penalty);
            }
            taken.add(now);
            perChat.merge(to.id(), 1, Integer::sum);
            order.add(((Content.Text) content).text());
            return new Delivery.Delivered(String.valueOf(taken.size()));
        }
    }

    private Bulk bulk() {
        var desk = new OneAtATime(Runnable::run, Executors.newSingleThreadScheduledExecutor(Threads.named("timer")));
        var contacts = new Contacts(store.mongo(), () -> "id", clock);
        var courier = new Courier(ledger, channels, contacts, outbox, List.of(), List.of(), desk, Jitter.NONE, clock);
        return new Bulk("fake", ledger, courier, desk, new Pace(store.mongo(), clock, "fake"), clock);
    }

    private void put(String cause, Lane lane, int people) {
        outbox.put(IntStream.range(0, people)
                .mapToObj(number -> "%s%05d".formatted(cause, number))
                .map(person -> Post.of(
                        cause + ":" + person,
                        new ContactId(person),
                        new Address("fake", person),
                        lane,
                        Content.text(cause),
                        cause,
                        clock.instant()))
                .toList());
    }

    /** Until nothing is due any more. */
    private void runs(Bulk bulk, int messages) throws InterruptedException {
        var latest = clock.instant().plus(Duration.ofHours(12));
        while (service.taken.size() < messages && clock.instant().isBefore(latest)) {
            clock.advance(bulk.round().plusMillis(1));
        }
    }

    private Duration taken() {
        return Duration.between(START, clock.instant());
    }

    @Test
    void neverGoesFasterThanTheServiceAllows() throws InterruptedException {
        service.mostPerSecond = 30;
        put("news", Lane.ANNOUNCEMENT, 1500);
        runs(bulk(), 1500);

        assertThat(service.perChat).hasSize(1500).allSatisfy((chat, times) -> assertThat(times)
                .isEqualTo(1));
        assertThat(service.refused).isZero();
        // ten thousand within eight minutes is 20.8 a second
        assertThat(taken()).isLessThan(Duration.ofMillis(1500 * 1000 / 20));
    }

    @Test
    void keepsQuietForAsLongAsItIsTold() throws InterruptedException {
        var random = new Random(7);
        service.mostPerSecond = 12; // less than it tries
        put("news", Lane.ANNOUNCEMENT, 300);
        var bulk = bulk();
        while (service.taken.size() < 300) {
            service.penalty = Duration.ofSeconds(1 + random.nextInt(600));
            clock.advance(bulk.round().plusMillis(1));
        }

        assertThat(service.refused).isPositive();
        assertThat(service.tooEarly).as("sent into a closed window").isZero();
        assertThat(service.perChat).hasSize(300);
    }

    @Test
    void isToldToWaitOnceAndNotAgainAtEachRestart() throws InterruptedException {
        service.mostPerSecond = 12;
        service.penalty = Duration.ofSeconds(60);
        put("news", Lane.ANNOUNCEMENT, 100);
        var bulk = bulk();
        while (service.refused == 0) {
            clock.advance(bulk.round().plusMillis(1));
        }
        for (int restart = 0; restart < 20; restart++) {
            bulk().round();
        }

        assertThat(service.tooEarly).isZero();
    }

    @Test
    void letsASmallAnnouncementPassABigOne() throws InterruptedException {
        put("big", Lane.ANNOUNCEMENT, 400);
        var bulk = bulk();
        runs(bulk, 50);
        put("small", Lane.ANNOUNCEMENT, 5);
        runs(bulk, 100);

        assertThat(service.order).filteredOn("small"::equals).hasSize(5);
    }

    @Test
    void wouldLetTheSmallOneWaitIfItTookTheOldestFirst() { // control: this is what taking turns prevents
        put("big", Lane.ANNOUNCEMENT, 400);
        clock.advance(Duration.ofSeconds(1));
        put("small", Lane.ANNOUNCEMENT, 5);

        assertThat(ledger.due(Lane.ANNOUNCEMENT, "fake", 100))
                .extracting(Message::cause)
                .containsOnly("big");
    }

    @Test
    void sendsRemindersFirstAndEveryTenthAnAnnouncement() throws InterruptedException {
        put("news", Lane.ANNOUNCEMENT, 100);
        put("tomorrow", Lane.REMINDER, 100);
        runs(bulk(), 100);

        assertThat(service.order).filteredOn("news"::equals).hasSize(10);
    }

    @Test
    void leavesAServiceAloneThatDoesNotAnswerAndComesBackWhenItDoes() throws InterruptedException {
        service.away = true;
        put("news", Lane.ANNOUNCEMENT, 200);
        var bulk = bulk();
        for (var until = clock.instant().plus(Duration.ofMinutes(10));
                clock.instant().isBefore(until); ) {
            clock.advance(bulk.round().plusMillis(1));
        }
        assertThat(service.tried).as("calls in ten minutes of silence").isLessThan(20);

        service.away = false;
        runs(bulk, 200);
        assertThat(service.perChat).hasSize(200);
        assertThat(taken()).isLessThan(Duration.ofMinutes(18)); // each message was waiting out its own failures
    }

    @Test
    void wouldCallAwayWithoutTheBreaker() { // control
        var breaker = new Breaker(clock);
        int[] calls = new int[2];
        for (int second = 0; second < 600; second++, clock.advance(Duration.ofSeconds(1))) {
            calls[0]++;
            if (breaker.rest().isZero()) {
                calls[1]++;
                breaker.silent();
            }
        }
        assertThat(calls[0]).isEqualTo(600);
        assertThat(calls[1]).isLessThan(20);
    }

    @Test
    void keepsOnePaceWhateverInstanceHoldsTheLease() throws InterruptedException {
        service.mostPerSecond = 30;
        put("news", Lane.ANNOUNCEMENT, 600);
        var instances = Arrays.asList(bulk(), bulk(), bulk());
        for (int turn = 0; service.taken.size() < 600; turn++) {
            // the lease goes round; each new holder looks up what is known of the pace
            instances.set(turn % 3, bulk());
            for (int round = 0; round < 50 && service.taken.size() < 600; round++) {
                clock.advance(instances.get(turn % 3).round().plusMillis(1));
            }
        }

        assertThat(service.refused).isZero();
        assertThat(service.perChat).hasSize(600);
    }
}
