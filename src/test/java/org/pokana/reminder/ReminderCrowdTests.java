package org.pokana.reminder;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pokana.messaging.Channels;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.pokana.reminder.Wave.State;

class ReminderCrowdTests {

    private static final int PEOPLE = 120;

    private final ReminderStage stage = new ReminderStage("2027-02-01T12:00");

    @AfterEach
    void close() {
        stage.close();
    }

    private void crowd() {
        stage.forum("haskovo", "2027-02-25T09:00");
        stage.crowdRegisters(PEOPLE, "haskovo");
    }

    @Test
    void remindsEverybodyOnceHoweverManyInstancesTickAtOnce() throws Exception {
        crowd();
        var threads = Executors.newFixedThreadPool(3);
        try {
            for (String due : List.of("2027-02-02T10:00", "2027-02-18T10:00", "2027-02-24T10:00", "2027-02-25T08:00")) {
                stage.isNow(due);
                var together = new CyclicBarrier(3);
                var ticks = new ArrayList<Future<?>>();
                for (int instance = 0; instance < 3; instance++) {
                    var reminders = stage.instance(stage.outbox);
                    ticks.add(threads.submit(() -> {
                        together.await();
                        reminders.ringDue();
                        reminders.ringDue();
                        return null;
                    }));
                }
                for (Future<?> tick : ticks) {
                    tick.get();
                }
                stage.sends();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(remindersPerPerson())
                .hasSize(PEOPLE)
                .allSatisfy((name, count) -> assertThat(count).as(name).isEqualTo(3));
        assertThat(stage.waves()).extracting(Wave::state).containsOnly(State.DONE);
    }

    @Test
    void goesOnWhereACrashStoppedIt() {
        crowd();
        stage.reminders.ringDue();
        stage.isNow("2027-02-24T10:00");
        crashesAtThird(stage.outbox);
        assertThat(stage.queued()).hasSize(2 * Expansion.BATCH);
        assertThat(stage.stateOf("haskovo:1:1d@10:00")).isEqualTo(State.EXPANDING);

        stage.rings(); // the lease of the dead one still runs
        assertThat(stage.queued()).hasSize(2 * Expansion.BATCH);
        stage.clock.advance(Duration.ofSeconds(21));
        stage.rings();
        assertThat(remindersPerPerson())
                .hasSize(PEOPLE)
                .allSatisfy((name, count) -> assertThat(count).as(name).isEqualTo(1));
        assertThat(stage.stateOf("haskovo:1:1d@10:00")).isEqualTo(State.DONE);
    }

    @Test
    void putsABatchAgainThatWasPutButNotNoted() {
        crowd();
        stage.reminders.ringDue();
        stage.isNow("2027-02-24T10:00");
        var dyingAfterPut = new Outbox(stage.store, stage.clock, new Channels(List.of())) {
            @Override
            public void put(Collection<Post> posts) {
                super.put(posts);
                throw new Crash();
            }
        };
        dies(dyingAfterPut);
        stage.clock.advance(Duration.ofSeconds(21));
        stage.rings();

        assertThat(remindersPerPerson().values()).hasSize(PEOPLE).containsOnly(1L);
    }

    @Test
    void remindsTwiceAfterACrashWhenIdsAreNotTheSame() { // control: this is what the natural ids prevent
        crowd();
        stage.reminders.ringDue();
        stage.isNow("2027-02-24T10:00");
        var number = new AtomicInteger();
        var dying = new Outbox(stage.store, stage.clock, new Channels(List.of())) {
            @Override
            public void put(Collection<Post> posts) {
                super.put(posts.stream()
                        .map(post -> Post.of(
                                post.id() + ":" + number.incrementAndGet(),
                                post.contact(),
                                post.to(),
                                post.lane(),
                                post.content(),
                                post.cause(),
                                post.dueAt()))
                        .toList());
                throw new Crash();
            }
        };
        dies(dying);
        stage.clock.advance(Duration.ofSeconds(21));
        stage.rings();

        assertThat(remindersPerPerson().values()).contains(2L);
    }

    /** A process that dies takes no notice of anything after. */
    private static final class Crash extends Error {}

    private void dies(Outbox outbox) {
        assertThatThrownBy(() -> stage.instance(outbox).ringDue()).isInstanceOf(Crash.class);
    }

    private void crashesAtThird(Outbox real) {
        var calls = new AtomicInteger();
        dies(new Outbox(stage.store, stage.clock, new Channels(List.of())) {
            @Override
            public void put(Collection<Post> posts) {
                if (calls.incrementAndGet() == 3) {
                    throw new Crash();
                }
                real.put(posts);
            }
        });
    }

    private Map<String, Long> remindersPerPerson() {
        return stage.sheets().stream().collect(groupingBy(sheet -> sheet.to().id(), counting()));
    }
}
