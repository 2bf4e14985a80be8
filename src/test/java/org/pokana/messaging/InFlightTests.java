package org.pokana.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.kernel.Address;

/** How much is on its way at a time, with real threads and a service that takes its time. */
class InFlightTests {

    private final ExecutorService workers = Executors.newFixedThreadPool(16);
    private final SlowService service = new SlowService();
    private final SimulatedSending sending = new SimulatedSending(workers, service);

    @AfterEach
    void close() {
        service.answers.release(10_000);
        workers.shutdownNow();
        sending.close();
    }

    /** Answers bulk only when it is allowed to. */
    private static final class SlowService implements Channel {

        private final Semaphore answers = new Semaphore(0);
        private final Set<String> chats = new HashSet<>();
        private int inFlight;
        private int most;
        private int crossed;
        private int replies;

        @Override
        public String name() {
            return SimulatedService.NAME;
        }

        @Override
        public Abilities abilities() {
            return new Abilities(4096, 1024, 100, true, true);
        }

        @Override
        public Delivery send(Address to, Content content, Lane lane) {
            begins(to, lane);
            if (lane != Lane.REPLY) {
                answers.acquireUninterruptibly();
            }
            ends(to, lane);
            return new Delivery.Delivered("1");
        }

        private synchronized void begins(Address to, Lane lane) {
            crossed += chats.add(to.id()) ? 0 : 1;
            if (lane == Lane.REPLY) {
                replies++;
                return;
            }
            most = Math.max(most, ++inFlight);
        }

        private synchronized void ends(Address to, Lane lane) {
            chats.remove(to.id());
            inFlight -= lane == Lane.REPLY ? 0 : 1;
        }

        private synchronized int inFlight() {
            return inFlight;
        }

        private synchronized int replies() {
            return replies;
        }
    }

    private void round() throws InterruptedException {
        sending.instance.bulk.round();
        sending.clock.advance(Duration.ofMillis(60));
    }

    @Test
    void neverHasMoreThanFourOnTheirWayAndAnswersPeopleMeanwhile() throws InterruptedException {
        sending.puts("news", Lane.ANNOUNCEMENT, 40);
        for (int round = 0; round < 6; round++) {
            round();
        }
        await().until(() -> service.inFlight() == 4);
        sending.answers("answer", 10);
        await().until(() -> service.replies() == 10);
        assertThat(service.inFlight()).isEqualTo(4);

        service.answers.release(36);
        while (sending.in(Message.State.SENT) < 46) {
            service.answers.release(1);
            round();
        }
        assertThat(service.most).isEqualTo(4);
    }

    @Test
    void neverHasTwoOnTheirWayInOneChat() throws InterruptedException {
        for (int number = 0; number < 20; number++) {
            var text = "news" + number;
            sending.outbox.put(List.of(sending.post("olena", text, Lane.ANNOUNCEMENT, text)));
        }
        service.answers.release(10_000);
        while (sending.in(Message.State.SENT) < 60) {
            sending.says("olena", "a" + service.replies(), "b" + service.replies());
            round();
            sending.clock.advance(Duration.ofMillis(300));
        }

        assertThat(service.crossed).isZero();
    }
}
