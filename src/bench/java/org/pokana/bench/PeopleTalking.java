package org.pokana.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.pokana.channel.telegram.FakePerson;
import org.pokana.channel.telegram.FakeTelegram;

/** People who say something, read the answer for a while and say something again. */
final class PeopleTalking implements AutoCloseable {

    private static final List<String> SAID = List.of("/help", "/forums", "/my", "/settings", "/menu");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final FakeTelegram telegram;
    private final List<FakePerson> people;
    private final Duration between;
    private final String news;
    private final ExecutorService threads;
    private final List<Future<Void>> talking = new ArrayList<>();
    private Latencies latencies = new Latencies();
    private volatile boolean goingHome;

    /** @param news marks what comes without having been asked for */
    PeopleTalking(FakeTelegram telegram, long firstId, int people, Duration between, String news) {
        this.telegram = telegram;
        this.people = LongStream.range(firstId, firstId + people)
                .mapToObj(id -> telegram.person(id, "bg"))
                .toList();
        this.between = between;
        this.news = news;
        this.threads = Executors.newFixedThreadPool(people);
    }

    void talk() {
        people.forEach(person -> talking.add(threads.submit((Callable<Void>) () -> {
            talk(person);
            return null;
        })));
    }

    private void talk(FakePerson person) throws InterruptedException {
        var mind = new Random(person.id());
        rests(Duration.ofMillis(mind.nextLong(between.toMillis() / 2)));
        while (!goingHome) {
            asks(person, SAID.get(mind.nextInt(SAID.size())));
            rests(Duration.ofMillis(mind.nextLong(2 * between.toMillis())));
        }
    }

    private void rests(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (!goingHome && System.nanoTime() < end) {
            Thread.sleep(100);
        }
    }

    private void asks(FakePerson person, String text) throws InterruptedException {
        long before = answers(person);
        long begin = System.nanoTime();
        person.says(text);
        while (answers(person) == before) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new AssertionError("person " + person.id() + " never got an answer to " + text);
            }
            Thread.sleep(2);
        }
        note(System.nanoTime() - begin);
    }

    private synchronized void note(long nanos) {
        latencies.add(nanos);
    }

    /** What was measured since the last time. */
    synchronized Latencies measured() {
        var measured = latencies;
        latencies = new Latencies();
        return measured;
    }

    private long answers(FakePerson person) {
        return telegram.answers(person.id()).stream()
                .filter(answer -> !answer.text().contains(news))
                .count();
    }

    /** Each waits for the last answer first. */
    void goHome() throws Exception {
        goingHome = true;
        for (var each : talking) {
            each.get();
        }
    }

    @Override
    public void close() {
        goingHome = true;
        threads.shutdownNow();
    }
}
