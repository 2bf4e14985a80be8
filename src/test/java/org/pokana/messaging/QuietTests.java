package org.pokana.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.messaging.Message.State;

/** A service that asks us, in the middle of answering people, to be quiet. */
class QuietTests {

    private final SimulatedSending sending = new SimulatedSending();
    private final SimulatedService service = sending.service;

    @AfterEach
    void close() {
        sending.close();
    }

    @Test
    void letsOneChatWaitAndKeepsItsOrder() throws InterruptedException {
        service.wantsQuietIn("olena", Duration.ofSeconds(35));
        sending.says("olena", "a", "b", "c");
        sending.says("ivan", "d");
        assertThat(service.texts()).containsExactly("d");

        sending.passes(Duration.ofSeconds(34));
        assertThat(sending.read("olena")).isEmpty();
        sending.passes(Duration.ofSeconds(2));
        assertThat(sending.read("olena")).containsExactly("a", "b", "c");
        assertThat(service.tooEarly).isZero();
    }

    @Test
    void doesNotForgetTheOrderOrTheTimeWhenItIsStartedAgain() throws InterruptedException {
        service.wantsQuietIn("olena", Duration.ofSeconds(35));
        sending.says("olena", "a", "b");
        sending.passes(Duration.ofSeconds(3));
        sending.restarts();
        sending.says("olena", "c");
        sending.passes(Duration.ofSeconds(40));

        assertThat(sending.read("olena")).containsExactly("a", "b", "c");
        assertThat(service.tooEarly).isZero();
    }

    @Test
    void letsEverybodyWaitWhenTwoChatsAreToldTo() throws InterruptedException {
        twoAreTold(Duration.ofSeconds(9));
        sending.says("petar", "x");
        sending.puts("tomorrow", Lane.REMINDER, 30);
        sending.passes(Duration.ofSeconds(50));
        assertThat(service.texts()).isEmpty();

        sending.passes(Duration.ofSeconds(20));
        assertThat(service.texts()).hasSize(33);
        assertThat(service.texts().subList(0, 3)).containsExactlyInAnyOrder("a", "b", "x");
        assertThat(service.tooEarly).isZero();
        assertThat(sending.in(State.FAILED)).isZero();
    }

    @Test
    void letsOthersGoOnWhenTheTwoHaveNothingToDoWithEachOther() throws InterruptedException { // control
        twoAreTold(Duration.ofSeconds(11));
        sending.says("petar", "x");

        assertThat(service.texts()).containsExactly("x");
    }

    private void twoAreTold(Duration apart) throws InterruptedException {
        service.wantsQuietIn("olena", Duration.ofSeconds(60));
        service.wantsQuietIn("ivan", Duration.ofSeconds(20));
        sending.says("olena", "a");
        sending.passes(apart);
        sending.says("ivan", "b");
    }

    @Test
    void staysQuietAfterARestartAndWhereverElseItRuns() throws InterruptedException {
        var other = sending.instance; // on the same store
        sending.restarts();
        twoAreTold(Duration.ofSeconds(1));
        sending.clock.advance(Duration.ofSeconds(2));
        assertThat(other.gate.restOfBulk()).isPositive();

        sending.restarts();
        sending.says("petar", "x");
        sending.passes(Duration.ofSeconds(50));
        assertThat(service.texts()).isEmpty();
        assertThat(service.tooEarly).isZero();
        sending.passes(Duration.ofSeconds(20));
        assertThat(service.texts()).containsExactlyInAnyOrder("a", "b", "x");
    }

    @Test
    void wouldDisturbTheQuietIfARestartForgotIt() throws InterruptedException { // control
        twoAreTold(Duration.ofSeconds(1));
        sending.store.mongo().dropCollection(Tempo.class);
        sending.restarts();
        sending.says("petar", "x");

        assertThat(service.texts()).containsExactly("x");
    }

    @Test
    void answersPeopleBeforeItGoesOnWithBulk() throws InterruptedException {
        twoAreTold(Duration.ofSeconds(1));
        sending.puts("news", Lane.ANNOUNCEMENT, 100);
        sending.answers("answer", 300);
        sending.passes(Duration.ofSeconds(100));

        assertThat(service.texts().subList(0, 302)).doesNotContain("news");
        assertThat(service.texts()).hasSize(402);
    }

    @Test
    void goesOnWithBulkAtOnceWhenNobodyWaitsForAnAnswer() throws InterruptedException { // control
        sending.instance.gate.quiet(sending.post("olena", "x", Lane.REPLY, "x").to(), in(60));
        sending.instance.gate.quiet(sending.post("ivan", "x", Lane.REPLY, "x").to(), in(60));
        sending.puts("news", Lane.ANNOUNCEMENT, 10);
        sending.passes(Duration.ofSeconds(61));

        assertThat(service.texts()).hasSize(10);
    }

    private Instant in(int seconds) {
        return sending.clock.instant().plusSeconds(seconds);
    }

    @Test
    void holdsBackBulkForAPersonWhoseAnswersWait() throws InterruptedException {
        service.wantsQuietIn("news00003", Duration.ofSeconds(90));
        sending.says("news00003", "a");
        sending.puts("news", Lane.ANNOUNCEMENT, 10);
        sending.passes(Duration.ofSeconds(60));
        assertThat(service.texts()).hasSize(9);

        sending.passes(Duration.ofSeconds(60));
        assertThat(sending.read("news00003")).containsExactly("a", "news");
        assertThat(service.tooEarly).isZero();
    }

    @Test
    void remembersALongPauseForThoseWhoMustTellPeople() throws InterruptedException {
        var lulls = new Lulls(sending.store.mongo(), sending.clock);
        sending.instance.pace.throttled(Duration.ofSeconds(300));
        assertThat(lulls.now()).isEmpty();

        sending.instance.pace.throttled(Duration.ofSeconds(301));
        assertThat(lulls.now()).containsExactly(new Lulls.Lull(SimulatedService.NAME, in(301)));
        sending.passes(Duration.ofSeconds(301));
        assertThat(lulls.now()).isEmpty();
    }
}
