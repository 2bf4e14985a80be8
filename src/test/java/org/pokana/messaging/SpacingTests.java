package org.pokana.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pokana.messaging.SimulatedService.Taken;

/** In one chat messages keep a distance, as services want it; nobody else has to wait for that. */
class SpacingTests {

    private final SimulatedSending sending = new SimulatedSending();
    private final SimulatedService service = sending.service;

    @BeforeEach
    void threeAtOnce() {
        service.spacing = new Spacing(3, Duration.ofSeconds(1));
    }

    @AfterEach
    void close() {
        sending.close();
    }

    @Test
    void answersOfAFewMessagesLeaveAtOnce() {
        sending.says("olena", "a", "b", "c");

        assertThat(sending.read("olena")).containsExactly("a", "b", "c");
    }

    @Test
    void longOnesFollowOneASecondInOrder() throws InterruptedException {
        sending.says("olena", "a", "b", "c", "d", "e", "f", "g");
        assertThat(sending.read("olena")).hasSize(3);
        sending.passes(Duration.ofSeconds(5));

        assertThat(sending.read("olena")).containsExactly("a", "b", "c", "d", "e", "f", "g");
        assertThat(seconds("olena")).containsExactly(0L, 0L, 0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void comeAllAtOnceWhereNobodyMinds() { // control
        service.spacing = Spacing.NONE;
        sending.says("olena", "a", "b", "c", "d", "e", "f", "g");

        assertThat(sending.read("olena")).hasSize(7);
    }

    @Test
    void aConversationIsNotSlowedDown() throws InterruptedException {
        for (int turn = 0; turn < 20; turn++) {
            sending.says("olena", "turn " + turn);
            assertThat(sending.read("olena")).hasSize(turn + 1);
            sending.passes(Duration.ofSeconds(1));
        }
    }

    @Test
    void othersDoNotWait() {
        sending.says("olena", "a", "b", "c", "d", "e");
        sending.says("ivan", "x");

        assertThat(sending.read("ivan")).containsExactly("x");
    }

    @Test
    void bulkKeepsTheDistanceTooAndPassesOver() throws InterruptedException {
        for (var cause : List.of("one", "two", "three", "four", "five", "six")) {
            sending.outbox.put(List.of(sending.post("olena", cause, Lane.ANNOUNCEMENT, cause)));
            sending.clock.advance(Duration.ofMillis(1));
        }
        sending.puts("news", Lane.ANNOUNCEMENT, 40);
        sending.passes(Duration.ofSeconds(10));

        assertThat(seconds("olena").get(5)).isGreaterThanOrEqualTo(3);
        assertThat(service.perChat).hasSize(41);
        assertThat(service.taken.get(45).at())
                .as("nobody else was held up")
                .isBefore(SimulatedSending.START.plusSeconds(6));
    }

    @Test
    void whatFollowsInAChatNeverOvertakesWhatCouldNotGo() throws InterruptedException {
        service.spacing = Spacing.NONE;
        service.next("olena", new Delivery.NotSent("connection refused"));
        for (int part = 0; part < 4; part++) {
            var post = sending.post("olena", "seat", Lane.REMINDER, "part " + part);
            sending.outbox.put(List.of(post));
        }
        sending.passes(Duration.ofSeconds(20));

        assertThat(sending.read("olena")).containsExactly("part 0", "part 1", "part 2", "part 3");
    }

    @Test
    void groupsGetNoMoreThanTwentyAMinute() throws InterruptedException {
        service.spacing = new Spacing(3, Duration.ofMillis(3500));
        sending.says("group", IntStream.range(0, 60).mapToObj(String::valueOf).toArray(String[]::new));
        sending.passes(Duration.ofMinutes(5));

        var all = service.taken;
        assertThat(all).hasSize(60);
        for (int i = 20; i < 60; i++) {
            assertThat(Duration.between(all.get(i - 20).at(), all.get(i).at())).isGreaterThan(Duration.ofMinutes(1));
        }
    }

    private List<Long> seconds(String chat) {
        return service.taken.stream()
                .filter(each -> each.chat().equals(chat))
                .map(Taken::at)
                .map(at -> Duration.between(SimulatedSending.START, at).toSeconds())
                .toList();
    }
}
