package org.pokana.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.pokana.channel.telegram.FakePerson;
import org.pokana.channel.telegram.FakeTelegram;

/** People who ask, wait for the answer and ask again, until they are told to go home. */
final class Talkers implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final FakeTelegram telegram;
    private final List<FakePerson> people;
    private final ExecutorService threads;
    private final List<Future<Void>> talking = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong slowest = new AtomicLong();
    private volatile boolean goingHome;

    Talkers(FakeTelegram telegram, long firstId, int people) {
        this.telegram = telegram;
        this.people = LongStream.range(firstId, firstId + people)
                .mapToObj(id -> telegram.person(id, "bg"))
                .toList();
        this.threads = Executors.newFixedThreadPool(people);
    }

    void talk() {
        people.forEach(person -> talking.add(threads.submit((Callable<Void>) () -> {
            talk(person);
            return null;
        })));
    }

    private void talk(FakePerson person) throws InterruptedException {
        var thinking = new Random(person.id());
        while (!goingHome) {
            asks(person, "/help");
            Thread.sleep(thinking.nextInt(200));
        }
    }

    private void asks(FakePerson person, String text) throws InterruptedException {
        int before = telegram.answers(person.id()).size();
        long begin = System.nanoTime();
        person.says(text);
        asked.incrementAndGet();
        while (telegram.answers(person.id()).size() == before) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new AssertionError("person " + person.id() + " never got an answer to " + text);
            }
            Thread.sleep(20);
        }
        slowest.accumulateAndGet((System.nanoTime() - begin) / 1_000_000, Math::max);
    }

    /** Each waits for the last answer first. */
    void goHome() throws Exception {
        goingHome = true;
        for (var each : talking) {
            each.get();
        }
    }

    int people() {
        return people.size();
    }

    int asked() {
        return asked.get();
    }

    long slowestMillis() {
        return slowest.get();
    }

    @Override
    public void close() {
        goingHome = true;
        threads.shutdownNow();
    }
}
