package org.pokana.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pokana.messaging.Message.State;
import org.pokana.messaging.SimulatedService.Taken;

/** A service that is away for a quarter of an hour while people go on writing. */
@Tag("faults")
class OutageTests {

    private static final Duration OUTAGE = Duration.ofMinutes(15);
    private static final int PEOPLE = 900;

    private final SimulatedSending sending = new SimulatedSending();
    private final SimulatedService service = sending.service;

    @AfterEach
    void close() {
        sending.close();
    }

    @Test
    void isLeftAloneAndEverythingArrivesOnceItIsBack() throws InterruptedException {
        service.away = true;
        sending.puts("tomorrow", Lane.REMINDER, 200);
        sending.puts("news", Lane.ANNOUNCEMENT, 200);
        int replies = 0;
        for (int second = 0; second < OUTAGE.toSeconds(); second++) {
            int first = replies;
            sending.outbox.put(IntStream.range(first, first + 20)
                    .mapToObj(number -> sending.post("p" + number % PEOPLE, "reply", Lane.REPLY, "r" + number))
                    .toList());
            replies += 20;
            sending.passes(Duration.ofSeconds(1));
        }
        assertThat(service.requestsPerSecond.entrySet().stream()
                        .filter(second -> second.getKey() > SimulatedSending.START.getEpochSecond())
                        .mapToInt(second -> second.getValue())
                        .max())
                .as("requests a second to who does not answer")
                .hasValue(1);
        assertThat(service.tried)
                .as("messages risked to see whether it is back")
                .isLessThan(10);

        service.away = false;
        sending.passes(Duration.ofSeconds(60));
        assertThat(service.taken).hasSize(replies + 400);
        assertThat(sending.in(State.SENT)).isEqualTo(replies + 400);
        assertThat(service.taken.subList(0, PEOPLE)).extracting(Taken::lane).containsOnly(Lane.REPLY);
        assertThat(sending.read("p7")).hasSize(20).startsWith("r7", "r907", "r1807");
    }

    @Test
    void wouldBeCalledAwayWithoutTheBreaker() { // control: each reply by itself, with its own back-off
        int calls = 0;
        for (int reply = 0; reply < 20 * OUTAGE.toSeconds(); reply++) {
            long left = OUTAGE.toSeconds() - reply / 20;
            for (long wait = 2; left > 0; wait = Math.min(300, 2 * wait), calls++) {
                left -= wait;
            }
        }

        assertThat(calls).isGreaterThan(100_000);
    }

    /** As long as it may wait each time: in truth it is any time up to that. */
    @Test
    void waitsLongerBetweenAttemptsWhenItIsOneMessageThatDoesNotGetThrough() throws InterruptedException {
        sending.jitter = most -> most;
        var tries = new ArrayList<Instant>();
        service.next("olena", new Delivery.NotSent("connection refused"));
        sending.says("olena", "a");
        for (int attempt = 1; attempt < 12; attempt++) {
            service.next("olena", new Delivery.NotSent("connection refused"));
            sending.says("ivan", "the" + attempt, "others" + attempt, "get" + attempt, "through" + attempt);
            for (int before = service.tried; service.tried == before; ) {
                sending.passes(Duration.ofSeconds(1));
            }
            tries.add(sending.clock.instant());
        }

        var gaps = IntStream.range(1, tries.size())
                .mapToObj(i -> Duration.between(tries.get(i - 1), tries.get(i)).toSeconds())
                .toList();
        assertThat(gaps).isSorted().allSatisfy(gap -> assertThat(gap).isBetween(1L, 301L));
        assertThat(gaps.get(gaps.size() - 1)).isGreaterThanOrEqualTo(299);
    }

    @Test
    void dropsWhatIsOfNoUseAnyMoreAndCountsIt() throws InterruptedException {
        service.away = true;
        sending.says("olena", "a");
        sending.puts("tomorrow", Lane.REMINDER, 3);
        sending.puts("news", Lane.ANNOUNCEMENT, 3);
        sending.passes(Duration.ofMinutes(2));
        sending.clock.advance(Duration.ofHours(25));
        service.away = false;
        sending.says("ivan", "b");
        sending.passes(Duration.ofMinutes(1));

        assertThat(service.texts()).containsExactlyInAnyOrder("b", "news", "news", "news");
        assertThat(sending.in(State.EXPIRED)).isEqualTo(4);
    }

    @Test
    void dropsAnAnnouncementAfterTwoDays() throws InterruptedException {
        service.away = true;
        sending.puts("news", Lane.ANNOUNCEMENT, 3);
        sending.clock.advance(Duration.ofHours(49));
        service.away = false;
        sending.passes(Duration.ofMinutes(1));

        assertThat(service.texts()).isEmpty();
        assertThat(sending.in(State.EXPIRED)).isEqualTo(3);
    }

    @Test
    void sendsWhatWasHeldForDaysOnPurpose() throws InterruptedException { // control: it is not the age alone
        sending.puts("news", Lane.ANNOUNCEMENT, 3);
        sending.outbox.hold("news");
        sending.clock.advance(Duration.ofHours(49));
        sending.outbox.resume("news");
        sending.passes(Duration.ofMinutes(1));

        assertThat(service.texts()).hasSize(3);
    }
}
