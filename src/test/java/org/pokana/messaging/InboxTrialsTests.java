package org.pokana.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pokana.SettableClock;
import org.pokana.Trials;
import org.pokana.kernel.Address;
import org.pokana.store.TestStore;

/** What comes several times, at several instances and in the wrong order, is heard once and in the order of its coming. */
@Tag("faults")
class InboxTrialsTests {

    private static final int PEOPLE = 20;

    private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    private final ExecutorService workers = Executors.newFixedThreadPool(8, Threads.named("worker"));
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Threads.named("timer"));
    private final Map<String, AtomicInteger> heard = new ConcurrentHashMap<>();
    private final Map<Address, List<String>> order = new ConcurrentHashMap<>();

    @AfterEach
    void close() throws InterruptedException {
        workers.shutdownNow();
        timer.shutdownNow();
        assertThat(workers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private Inbox instance(TestStore store, String name) {
        var typing = Typing.usual(new Channels(List.of(new FakeChannel("webchat"))));
        return new Inbox(
                store.mongo(),
                clock,
                name,
                new OneAtATime(workers, timer),
                typing,
                incoming -> note(incoming.text(), incoming.from()),
                incoming -> {});
    }

    private void note(String text, Address from) {
        heard.computeIfAbsent(text, any -> new AtomicInteger()).incrementAndGet();
        order.computeIfAbsent(from, any -> Collections.synchronizedList(new ArrayList<>()))
                .add(text);
    }

    @Test
    void hearsOnceWhatComesUpToFiveTimesAtTwoInstances() {
        for (int seed = 0; seed < Trials.of(2, 20); seed++) {
            heard.clear();
            int updates = Trials.of(1000, 10_000);
            try (var store = TestStore.inMemory(Received.class)) {
                var instances = List.of(instance(store, "one"), instance(store, "two"));
                deliver(updates, instances, new Random(seed), true);
                await().atMost(Duration.ofMinutes(2)).until(() -> heard.size() == updates);
                await().during(Duration.ofMillis(200))
                        .until(() -> heard.values().stream().allMatch(times -> times.get() == 1));
            }
        }
    }

    /** The control: without an id of its own, what comes again is something new. */
    @Test
    void wouldHearTheSameAgainIfItsIdDidNotCount() {
        try (var store = TestStore.inMemory(Received.class)) {
            deliver(200, List.of(instance(store, "one"), instance(store, "two")), new Random(1), false);
            await().until(() ->
                    heard.values().stream().mapToInt(AtomicInteger::get).sum() > 220);
        }
    }

    /** Three in ten come again, up to five times in all, now here, now there. */
    private void deliver(int updates, List<Inbox> instances, Random random, boolean natural) {
        for (int i = 0; i < updates; i++) {
            int times = random.nextInt(10) < 3 ? 2 + random.nextInt(4) : 1;
            for (int copy = 0; copy < times; copy++) {
                var id = natural ? "update " + i : "update " + i + " copy " + copy;
                instances.get(random.nextInt(2)).receive(List.of(said(id, "words " + i, i % PEOPLE)));
            }
        }
    }

    private Incoming said(String id, String text, int person) {
        return Incoming.said(id, new Address("webchat", "p" + person), text, null, clock.instant());
    }

    @Test
    void hearsEachPersonInTheOrderOfComingThoughManyComeAtOnce() {
        for (int seed = 0; seed < Trials.of(10, 1000); seed++) {
            order.clear();
            heard.clear();
            try (var store = TestStore.inMemory(Received.class)) {
                var inbox = instance(store, "one");
                var coming = reordered(200, new Random(seed));
                for (int from = 0; from < coming.size(); from += 25) {
                    inbox.receive(coming.subList(from, from + 25));
                }
                await().atMost(Duration.ofMinutes(1)).until(() -> heard.size() == 200);
                coming.stream().map(Incoming::from).distinct().forEach(person -> assertThat(order.get(person))
                        .isEqualTo(coming.stream()
                                .filter(each -> each.from().equals(person))
                                .map(Incoming::text)
                                .toList()));
            }
        }
    }

    /** The control: whoever hands everything to whoever is free mixes up what people said. */
    @Test
    void wouldMixUpWhatPeopleSayWithoutTheDesk() {
        var coming = reordered(2000, new Random(1));
        coming.forEach(each -> workers.execute(() -> note(each.text(), each.from())));
        await().until(() -> heard.size() == 2000);

        assertThat(coming.stream().map(Incoming::from).distinct()).anySatisfy(person -> assertThat(order.get(person))
                .isNotEqualTo(coming.stream()
                        .filter(each -> each.from().equals(person))
                        .map(Incoming::text)
                        .toList()));
    }

    /** As a webhook with many connections brings them: within a window of up to ten, anyhow. */
    private List<Incoming> reordered(int updates, Random random) {
        var coming = new ArrayList<Incoming>();
        for (int i = 0; i < updates; i++) {
            coming.add(said("update " + i, "words " + i, i % 5));
        }
        int window = 1 + random.nextInt(10);
        for (int from = 0; from < updates; from += window) {
            Collections.shuffle(coming.subList(from, Math.min(updates, from + window)), random);
        }
        return coming;
    }
}
